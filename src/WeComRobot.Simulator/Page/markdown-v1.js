import { h } from './dom.js';
import { inline, V1 } from './markdown-inline.js';

/** Renders msgtype markdown: each line is a block of its own; consecutive quoted lines share one blockquote. */
export function markdown(content) {
  const blocks = [];
  let quote = null;
  // A font can span lines, so it is closed at each line end before the lines are rendered one by one
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
