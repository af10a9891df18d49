import { button, h } from './dom.js';

const list = document.getElementById('gallery');

/** Shows the gallery; returns its messages by their names. */
export async function showGallery(pick) {
  const items = await read('simulator/gallery');
  list.replaceChildren(...items.map(({ name, title, payload }) => {
    const element = button('', title);
    element.dataset.name = name;
    element.addEventListener('click', () => pick(payload));
    return h('li', '', element);
  }));
  return new Map(items.map(({ name, payload }) => [name, payload]));
}

/** The message of an entry of the chat; null if it is gone or was no JSON. */
export async function readEntry(id) {
  try {
    return JSON.parse((await read(`simulator/entries/${id}`)).body);
  } catch {
    return null;
  }
}

async function read(address) {
  const response = await fetch(address, { cache: 'no-store' });
  return await response.json();
}
