// The page is built from DOM nodes only; no text is ever parsed as HTML.

export function h(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

/** The text of a field, or null when it is empty or not a string. */
export function text(value) {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An element with a text, or null when there is no text. */
export function textIn(tag, className, value) {
  return text(value) === null ? null : h(tag, className, value);
}

export function list(value) {
  return Array.isArray(value) ? value.filter(item => item !== null && typeof item === 'object') : [];
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

/** A picture from the web, or a placeholder when it can't be loaded. */
export function picture(address, className, alt = '') {
  const frame = h('span', `picture ${className}`);
  const src = text(address) && webAddress(address);
  if (!src) {
    return showPlaceholder(frame, alt);
  }
  const image = h('img', '');
  image.alt = alt;
  image.referrerPolicy = 'no-referrer';
  image.addEventListener('error', () => showPlaceholder(frame, alt));
  image.src = src;
  frame.append(image);
  return frame;
}

function showPlaceholder(frame, alt) {
  frame.classList.add('missing');
  frame.replaceChildren(...(alt ? [h('span', 'alt', alt)] : []));
  return frame;
}
