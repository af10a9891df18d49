import { h } from './dom.js';
import { inline, V2 } from './markdown-inline.js';

const Ruler = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** A line of cells above a line of dashes. */
export function isTable(lines, at) {
  return lines[at].includes('|') && Ruler.test(lines[at + 1] ?? '') && lines[at + 1].includes('|');
}

export function table([head, ruler, ...rows]) {
  const aligns = cells(ruler).map(align);
  return h('div', 'table', h('table', '',
    h('thead', '', row('th', cells(head), aligns)),
    h('tbody', '', rows.map(line => row('td', cells(line), aligns)))));
}

function cells(line) {
  return line.trim().replace(/^\||\|$/g, '').split('|').map(cell => cell.trim());
}

function align(dashes) {
  const [left, right] = [dashes.startsWith(':'), dashes.endsWith(':')];
  return left && right ? 'center' : right ? 'right' : 'left';
}

function row(tag, contents, aligns) {
  return h('tr', '', aligns.map((side, index) => h(tag, side, inline(contents[index] ?? '', V2))));
}
