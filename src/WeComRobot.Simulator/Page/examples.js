import { button, h } from './dom.js';

const list = document.getElementById('gallery');

/** Shows the gallery; returns its messages by their names. */
export async function showGallery(pick) {
  const response = await fetch('simulator/gallery', { cache: 'no-store' });
  const items = await response.json();
  list.replaceChildren(...items.map(({ name, title, payload }) => {
    const element = button('', title);
    element.dataset.name = name;
    element.addEventListener('click', () => pick(payload));
    return h('li', '', element);
  }));
  return new Map(items.map(({ name, payload }) => [name, payload]));
}
