import { h } from './dom.js';
import { inline, V2 } from './markdown-inline.js';
import { isTable, table } from './markdown-table.js';
import { isItem, nestedList } from './markdown-list.js';

const MaxQuoteDepth = 8;
const Fence = /^ {0,3}```/;
const Rule = /^ {0,3}([-*_])( *\1){2,} *$/;
const Heading = /^ {0,3}(#{1,6}) +(.*)$/;
const Quote = /^ {0,3}> ?/;

/** Renders msgtype markdown_v2. */
export function markdownV2(content) {
  return blocks(content.split(/\r?\n/), 0);
}

function blocks(lines, depth) {
  const nodes = [];
  for (let at = 0; at < lines.length;) {
    const [node, length] = block(lines, at, depth);
    nodes.push(node);
    at += length;
  }
  return nodes.filter(node => node !== null);
}

// Returns the block that begins at a line, and the number of its lines
function block(lines, at, depth) {
  const line = lines[at];
  const heading = Heading.exec(line);
  if (Fence.test(line)) {
    return fenced(lines, at);
  }
  if (line.trim() === '') {
    return [null, 1];
  }
  if (Rule.test(line)) {
    return [h('hr', ''), 1];
  }
  if (heading) {
    return [h(`h${heading[1].length}`, '', inline(heading[2], V2)), 1];
  }
  if (Quote.test(line) && depth < MaxQuoteDepth) {
    const length = blockLength(lines, at, next => Quote.test(next));
    return [h('blockquote', '', blocks(lines.slice(at, at + length).map(next => next.replace(Quote, '')), depth + 1)), length];
  }
  if (isTable(lines, at)) {
    const length = blockLength(lines, at, next => next.includes('|'));
    return [table(lines.slice(at, at + length)), length];
  }
  if (isItem(line)) {
    const length = blockLength(lines, at, isItem);
    return [nestedList(lines.slice(at, at + length)), length];
  }
  return [h('div', 'line', inline(line, V2)), 1];
}

function blockLength(lines, at, continues) {
  let end = at + 1;
  while (end < lines.length && continues(lines[end])) {
    end++;
  }
  return end - at;
}

function fenced(lines, at) {
  const length = blockLength(lines, at, next => !Fence.test(next));
  const code = lines.slice(at + 1, at + length).join('\n');
  return [h('pre', '', h('code', '', code)), length + 1];
}
