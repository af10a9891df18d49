// The page as an SVG picture: its elements and its styles as they are at this moment, without scripts and without anything from outside.
// An SVG is text, so a reader of a commit sees what changed in the picture. Only what all versions of a browser write alike is in it.
async () => {
  const { innerWidth: width, innerHeight: height } = window;

  // A picture has no window that a query could ask and a length could be a part of
  const MediaBlock = /@media ([^{]+)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g;
  const resolve = css => css
    .replace(MediaBlock, (_, query, rules) => matchMedia(query.trim()).matches ? rules : '')
    .replace(/\b(\d+)d?vh\b/g, (_, percent) => `${height * percent / 100}px`)
    .replace(/\b(\d+)d?vw\b/g, (_, percent) => `${width * percent / 100}px`)
    .replace(/content-visibility: auto;/g, '');
  const sheets = [...document.querySelectorAll('link[rel=stylesheet]')].map(link => fetch(link.href).then(response => response.text()));
  const css = resolve((await Promise.all(sheets)).join('\n'));

  const body = document.body.cloneNode(true);
  // What was chosen in a menu is not in the markup
  const menus = document.querySelectorAll('select');
  body.querySelectorAll('select').forEach((menu, index) => menu.options[menus[index].selectedIndex].setAttribute('selected', ''));
  body.querySelectorAll('script, [hidden]').forEach(element => element.remove());
  body.querySelectorAll('[title]').forEach(element => element.removeAttribute('title'));

  const { lang, dataset } = document.documentElement;
  const data = Object.entries(dataset).map(([name, value]) => ` data-${name}="${value}"`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${lang}"${data}>`,
    `<style><![CDATA[\n${css}]]></style>`,
    `<foreignObject width="${width}" height="${height}">${new XMLSerializer().serializeToString(body)}</foreignObject>`,
    '</svg>',
    '',
  ].join('\n').replace(/[ \t]+$/gm, ''); // Git complains of blanks at the ends of lines
}
