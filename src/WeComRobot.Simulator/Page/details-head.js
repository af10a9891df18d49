import { button, h } from './dom.js';
import { say } from './say.js';

const Arrows = { ArrowUp: 'previous', ArrowDown: 'next' };

/** The head of the details: it goes to the previous or the next message, by the arrow keys, too, and closes them. */
export function detailsHead(id, go, close) {
  const title = h('h2', '', say('chat.detailsOf', id));
  title.id = 'details-title';
  const closer = button('close', say('chat.close'));
  closer.addEventListener('click', close);
  const head = h('div', 'details-head', title, step('previous', '↑', say('chat.previous'), go), step('next', '↓', say('chat.next'), go), closer);
  head.addEventListener('keydown', event => {
    const name = Arrows[event.key];
    if (name) {
      event.preventDefault();
      go(name);
    }
  });
  return head;
}

function step(name, arrow, words, go) {
  const element = button(name, arrow);
  element.ariaLabel = element.title = words;
  element.addEventListener('click', () => go(name));
  return element;
}
