import { h } from './dom.js';
import { inline, V2 } from './markdown-inline.js';

const Delimiter = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Whether a line of cells is followed by a delimiter row. */
export function isTable(lines, at) {
  return lines[at].includes('|') && Delimiter.test(lines[at + 1] ?? '') && lines[at + 1].includes('|');
}

export function table([header, delimiter, ...rows]) {
  const alignments = cells(delimiter).map(alignment);
  return h('div', 'table', h('table', '',
    h('thead', '', row('th', cells(header), alignments)),
    h('tbody', '', rows.map(line => row('td', cells(line), alignments)))));
}

function cells(line) {
  return line.trim().replace(/^\||\|$/g, '').split('|').map(cell => cell.trim());
}

function alignment(dashes) {
  const [left, right] = [dashes.startsWith(':'), dashes.endsWith(':')];
  return left && right ? 'center' : right ? 'right' : 'left';
}

function row(tag, contents, alignments) {
  return h('tr', '', alignments.map((side, index) => h(tag, side, inline(contents[index] ?? '', V2))));
}
