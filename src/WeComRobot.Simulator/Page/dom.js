import { text } from './json.js';

// The page is built from DOM nodes only; no text is ever parsed as HTML.

export function h(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...present(children));
  return element;
}

/** An element around what there is; null if there is nothing. */
export function around(tag, className, ...children) {
  return present(children).length > 0 ? h(tag, className, ...children) : null;
}

/** A button that does something on the page. */
export function button(className, ...children) {
  const element = h('button', className, ...children);
  element.type = 'button';
  return element;
}

/** An element with a text, which may run in either direction; null when there is no text. */
export function textIn(tag, className, value) {
  if (text(value) === null) {
    return null;
  }
  const element = h(tag, className, value);
  element.dir = 'auto';
  return element;
}

/** What only people who listen to the page are told. */
export function unseen(words) {
  return h('span', 'visually-hidden', words);
}

function present(children) {
  return children.flat(Infinity).filter(child => child !== null && child !== undefined);
}
