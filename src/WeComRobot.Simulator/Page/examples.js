import { button, h } from './dom.js';
import { typeName } from './say.js';

const list = document.getElementById('gallery');

/** Shows the gallery, type by type; returns its messages by their names. */
export async function showGallery(pick) {
  const response = await fetch('simulator/gallery', { cache: 'no-store' });
  const items = await response.json();
  const types = Map.groupBy(items, ({ payload }) => payload.msgtype);
  list.replaceChildren(...[...types].map(([type, examples]) =>
    h('li', '', h('h3', '', typeName(type)), h('ul', '', examples.map(example => h('li', '', chip(example, pick)))))));
  return new Map(items.map(({ name, payload }) => [name, payload]));
}

function chip({ name, title, payload }, pick) {
  const element = button('', title);
  element.dataset.name = name;
  element.addEventListener('click', () => pick(payload));
  return element;
}
