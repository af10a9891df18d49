import { h } from './dom.js';
import { robotName, say } from './say.js';

const MaxCells = 40;
const MaxMarks = 5;

/** The minute of one robot: the places that are taken, when the next one becomes free, and the messages that met its limit. */
export class Meter {
  element = h('li', 'meter');

  #window;
  #marks = [];
  #cells = h('span', 'cells');
  #count = h('span', 'used');
  #state = h('span', 'state');
  #links = h('span', 'marks');

  constructor(number) {
    this.element.dataset.robot = number;
    this.element.append(h('h3', '', robotName(number)), this.#cells, this.#count, this.#state, this.#links);
  }

  set window(value) {
    this.#window = value;
  }

  /** Marks a message that met the limit, or whose answer a fault delays. */
  mark(entry, text) {
    this.#marks.push({ text, id: entry.id, until: Date.parse(entry.at) + this.#window.seconds * 1000 });
  }

  /** Draws the minute as it is now, and returns whether time alone will change it. */
  draw(now) {
    const { limit, frees } = this.#window;
    const taken = frees.map(Date.parse).filter(free => free > now);
    this.#marks = this.#marks.filter(mark => mark.until > now);
    const isFull = taken.length >= limit;
    this.element.classList.toggle('full', isFull);
    this.#cells.classList.toggle('many', limit > MaxCells);
    this.#cells.style.setProperty('--used', taken.length);
    this.#cells.style.setProperty('--limit', limit);
    this.#count.textContent = `${taken.length}/${limit}`;
    const seconds = taken.length > 0 ? Math.ceil((taken[0] - now) / 1000) : 0;
    this.#state.textContent = taken.length === 0 ? '' : isFull ? say('chat.full', seconds) : say('chat.frees', seconds);
    this.#links.replaceChildren(...Object.entries(Object.groupBy(this.#marks, mark => mark.text)).map(links));
    return taken.length > 0 || this.#marks.length > 0;
  }
}

// The latest messages with the same mark
function links([text, marks]) {
  return h('span', 'mark', text, marks.slice(-MaxMarks).map(({ id }) => {
    const link = h('a', '', `#${id}`);
    link.href = `#message-${id}`;
    return link;
  }));
}
