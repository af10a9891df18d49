// The page as an SVG picture: its elements and its styles as they are at this moment, without scripts and without anything from outside.
// An SVG is text, so that a change of the page is a change that a reader of the commit can see.
() => {
  const width = innerWidth;
  const height = innerHeight;

  // A picture has no viewport of its own that queries could ask, so they are answered here
  const flatten = rules => [...rules].flatMap(rule =>
    !rule.media ? rule.cssText : matchMedia(rule.media.mediaText).matches ? flatten(rule.cssRules) : []);
  const css = [...document.styleSheets].flatMap(sheet => flatten(sheet.cssRules)).join('\n')
    .replace(/(\d+)d?vh\b/g, (_, percent) => `${height * percent / 100}px`)
    .replace(/(\d+)d?vw\b/g, (_, percent) => `${width * percent / 100}px`)
    .replace(/content-visibility: auto;/g, '');

  const body = document.body.cloneNode(true);
  for (const element of body.querySelectorAll('script, [hidden]')) {
    element.remove();
  }

  // The texts of fields and what was scrolled away are not in the markup
  const originals = document.body.querySelectorAll('select');
  body.querySelectorAll('select').forEach((select, index) => select.options[originals[index].selectedIndex].setAttribute('selected', ''));

  const markup = new XMLSerializer().serializeToString(body);
  const { lang, dataset } = document.documentElement;
  const data = Object.entries(dataset).map(([name, value]) => ` data-${name}="${value}"`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${lang}"${data}>`,
    `<style><![CDATA[\n${css}\n]]></style>`,
    `<foreignObject width="${width}" height="${height}">${markup}</foreignObject>`,
    '</svg>',
    '',
  ].join('\n');
}
