import { h } from './dom.js';
import { inline, V1 } from './markdown-inline.js';

/** msgtype markdown: every line stands for itself; neighbouring quoted lines share one bar. */
export function markdown(content) {
  const blocks = [];
  let quote = null;
  // Marks may span lines (a font does), so lines are only told apart after a font's inner line ends were closed
  for (const line of closeFonts(content).split(/\r?\n/)) {
    const quoted = /^> ?(.*)$/.exec(line);
    if (!quoted) {
      quote = null;
      blocks.push(block(line));
      continue;
    }
    if (!quote) {
      quote = h('blockquote', '');
      blocks.push(quote);
    }
    quote.append(block(quoted[1]));
  }
  return blocks;
}

function block(line) {
  const heading = /^(#{1,6}) +(.*)$/.exec(line);
  return heading
    ? h(`h${heading[1].length}`, '', inline(heading[2], V1))
    : h('div', 'line', inline(line, V1));
}

function closeFonts(content) {
  return content.replace(/(<font color=["']?(?:info|comment|warning)["']?>)(.*?)<\/font>/gs,
    (_, open, inner) => inner.split('\n').map(line => `${open}${line}</font>`).join('\n'));
}
