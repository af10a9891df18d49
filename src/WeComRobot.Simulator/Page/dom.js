import { say } from './say.js';

// The page is built from DOM nodes only; no text is ever parsed as HTML.

export function h(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
}

/** A button that does something on the page. */
export function button(className, ...children) {
  const element = h('button', className, ...children);
  element.type = 'button';
  return element;
}

/** The text of a field, or null when it is empty or not a string. */
export function text(value) {
  return typeof value === 'string' && value !== '' ? value : null;
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

/** A JSON object, or null when it is anything else. */
export function object(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
}

/** The objects in a list; none when it is no list. */
export function list(value) {
  return Array.isArray(value) ? value.filter(object) : [];
}

// A URL may lack its scheme, such as "www.qq.com" in the official sample
function webAddress(value) {
  const url = URL.parse(value) ?? URL.parse(`http://${value}`);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** A link if the address is a web address, plain content otherwise. */
export function link(address, className, ...children) {
  const href = text(address) && webAddress(address);
  const element = h(href ? 'a' : 'span', className, ...children);
  if (href) {
    element.href = href;
    element.target = '_blank';
    element.rel = 'noopener noreferrer';
  }
  return element;
}

/**
 * A picture from the web. It is loaded only after a click: no message by itself makes the page call another server.
 * What is no web address has a placeholder.
 */
export function picture(address, className, alt = '') {
  const src = text(address) && webAddress(address);
  const name = alt || (src ? new URL(src).host : '');
  const placeholder = h(src ? 'button' : 'span', `picture missing ${className}`, textIn('span', 'alt', name));
  if (src) {
    placeholder.type = 'button';
    placeholder.ariaLabel = say('chat.loadPicture', name);
    placeholder.addEventListener('click', event => {
      // The picture may be in a link
      event.preventDefault();
      event.stopPropagation();
      load(placeholder, src, className, alt);
    });
  }
  return placeholder;
}

function load(placeholder, src, className, alt) {
  const image = h('img', '');
  const frame = h('span', `picture ${className}`, image);
  frame.style.cssText = placeholder.style.cssText;
  image.alt = alt;
  image.referrerPolicy = 'no-referrer';
  image.addEventListener('error', () => frame.replaceWith(picture(null, className, alt)));
  image.src = src;
  placeholder.replaceWith(frame);
}
