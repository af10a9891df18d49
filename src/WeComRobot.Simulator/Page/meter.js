import { h } from './dom.js';
import { robotName, say } from './say.js';

const MaxCells = 40;
const MaxMarks = 5;

const Texts = {
  limited: () => say('chat.rateLimited'),
  delayed: ({ delayMs }) => say('chat.delayed', delayMs),
  retried: () => say('chat.retried'),
};

/** The minute of one robot: the places that are taken, when the next one becomes free, and the messages that met its limit. */
export class Meter {
  element = h('li', 'meter');

  #limit;
  #duration;
  #accepted = [];
  #marks = [];
  #cells = h('span', 'cells');
  #count = h('span', 'used');
  #state = h('span', 'state');
  #links = h('span', 'marks');

  constructor({ number, limit, seconds }) {
    this.#limit = limit;
    this.#duration = seconds * 1000;
    this.element.dataset.robot = number;
    this.element.append(h('h3', '', robotName(number)), this.#cells, this.#count, this.#state, this.#links);
    this.#cells.classList.toggle('many', limit > MaxCells);
    this.#cells.style.setProperty('--limit', limit);
  }

  /** Counts an accepted message. */
  accept(entry) {
    this.#accepted.push(Date.parse(entry.at));
  }

  /** Marks a message that met the limit (limited), whose content arrived after that (retried), or whose answer a fault delays (delayed). */
  mark(entry, kind) {
    this.#marks.push({ kind, text: Texts[kind](entry), id: entry.id, at: Date.parse(entry.at) });
    this.#drawMarks();
  }

  /** Takes a mark from a message, and returns whether it had it. */
  unmark(id, kind) {
    const isMarked = this.#marks.some(mark => mark.id === id && mark.kind === kind);
    this.#keepMarks(this.#marks.filter(mark => mark.id !== id || mark.kind !== kind));
    return isMarked;
  }

  /** Draws the minute as it is now, and returns whether time alone will change it. */
  draw(now) {
    const start = now - this.#duration;
    this.#accepted = this.#accepted.filter(at => at > start);
    // What met the limit waits until it is sent again, however long that takes
    this.#keepMarks(this.#marks.filter(mark => isWaiting(mark) || mark.at > start));
    this.#drawPlaces(now);
    return this.#accepted.length > 0 || !this.#marks.every(isWaiting);
  }

  #drawPlaces(now) {
    const used = this.#accepted.length;
    const isFull = used >= this.#limit;
    this.element.classList.toggle('full', isFull);
    this.#cells.style.setProperty('--used', used);
    this.#count.textContent = `${used}/${this.#limit}`;
    this.#state.textContent = isFull ? say('chat.full', Math.ceil((this.#accepted[0] + this.#duration - now) / 1000)) : '';
  }

  #keepMarks(marks) {
    if (marks.length < this.#marks.length) {
      this.#marks = marks;
      this.#drawMarks();
    }
  }

  // Only when they changed: a link that is made anew loses the focus
  #drawMarks() {
    this.#links.replaceChildren(...Object.entries(Object.groupBy(this.#marks, mark => mark.text)).map(links));
  }
}

function isWaiting({ kind }) {
  return kind === 'limited';
}

// The latest messages with the same mark, after how many others there are
function links([text, marks]) {
  const others = marks.length - MaxMarks;
  return h('span', 'mark', text, others > 0 ? h('span', 'others', `+${others}`) : null, marks.slice(-MaxMarks).map(({ id }) => {
    const link = h('a', '', `#${id}`);
    link.href = `#message-${id}`;
    return link;
  }));
}
