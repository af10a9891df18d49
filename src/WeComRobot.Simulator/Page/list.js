import { button, h } from './dom.js';
import { row } from './message.js';
import { isUndelivered } from './outcome.js';
import { say } from './say.js';

/** As many as the simulator holds. */
export const MaxMessages = 10_000;
const GroupSize = 50;

/** The messages on the page, oldest first. A new one costs the same however many there are. */
export class MessageList {
  count = 0;
  shown = 0;
  undelivered = 0;

  #element;
  #items = new Map();

  constructor(element) {
    this.#element = element;
  }

  /** Adds messages at the end, and returns how many of them the filter lets through. */
  add(entries, matches) {
    const shownBefore = this.shown;
    for (const entry of entries) {
      const item = h('li', '', draw(entry));
      item.hidden = !matches(entry);
      this.#openGroup().append(item);
      this.#items.set(entry.id, { entry, item });
      this.#count(entry, item, 1);
    }
    const added = this.shown - shownBefore;
    this.#removeOldest();
    return added;
  }

  /** Shows the messages that a filter lets through. */
  filter(matches) {
    this.shown = 0;
    for (const { entry, item } of this.#items.values()) {
      item.hidden = !matches(entry);
      this.shown += item.hidden ? 0 : 1;
    }
  }

  /** A message with its element; undefined when it is no longer there. */
  find(id) {
    return this.#items.get(id);
  }

  /** The id of the message before or after another one, of those that the filter lets through; undefined when there is none. */
  neighbor(id, isAfter) {
    const [sibling, first] = isAfter ? ['nextElementSibling', 'firstElementChild'] : ['previousElementSibling', 'lastElementChild'];
    let item = this.find(id)?.item;
    do {
      item = item?.[sibling] ?? item?.parentElement[sibling]?.[first];
    } while (item?.hidden);
    return item && Number(item.firstElementChild.dataset.id);
  }

  clear() {
    this.#items.clear();
    this.#element.replaceChildren();
    this.count = this.shown = this.undelivered = 0;
  }

  #removeOldest() {
    while (this.#items.size > MaxMessages) {
      const [id, { entry, item }] = this.#items.entries().next().value;
      this.#items.delete(id);
      this.#count(entry, item, -1);
      (item.parentElement.children.length > 1 ? item : item.parentElement).remove();
    }
  }

  // A frame lays out and observes the groups and what is in the last one, so a new message costs the same among thousands
  #openGroup() {
    const last = this.#element.lastElementChild;
    return last && last.children.length < GroupSize ? last : this.#element.appendChild(h('ol', 'group'));
  }

  #count(entry, item, change) {
    this.count += change;
    this.shown += item.hidden ? 0 : change;
    this.undelivered += isUndelivered(entry) ? change : 0;
  }
}

function draw(entry) {
  const more = button('more', `#${entry.id} `, say('chat.details'));
  const message = row(entry, more);
  message.id = `message-${entry.id}`;
  message.tabIndex = -1;
  return message;
}
