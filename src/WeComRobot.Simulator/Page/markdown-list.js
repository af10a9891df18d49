import { h } from './dom.js';
import { inline, V2 } from './markdown-inline.js';

const Item = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/;

export function isItem(line) {
  return Item.test(line);
}

/** Nests lists by indentation. Another kind of marker starts another list. */
export function nestedList(lines) {
  const root = h('div', 'lists');
  const open = [];
  for (const line of lines) {
    const [, space, number, content] = Item.exec(line);
    const tag = number ? 'ol' : 'ul';
    const indent = space.length;
    while (open.length && (open.at(-1).indent > indent || (open.at(-1).indent === indent && open.at(-1).tag !== tag))) {
      open.pop();
    }
    if (!open.length || open.at(-1).indent < indent) {
      const parent = open.at(-1)?.list.lastElementChild ?? root;
      const list = h(tag, '');
      if (number) {
        list.start = Number(number);
      }
      parent.append(list);
      open.push({ indent, tag, list });
    }
    open.at(-1).list.append(h('li', '', inline(content, V2)));
  }
  return root;
}
