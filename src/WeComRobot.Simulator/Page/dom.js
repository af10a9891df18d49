// Everything on the page is built from nodes here; no text is ever parsed as HTML.

export function h(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

/** The text of a field, or null where a message has something else there. */
export function text(value) {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An element holding a text, or null where there is none. */
export function textIn(tag, className, value) {
  return text(value) === null ? null : h(tag, className, value);
}

export function list(value) {
  return Array.isArray(value) ? value.filter(item => item !== null && typeof item === 'object') : [];
}

// "www.qq.com" is what the official sample sends as an article's url
function webAddress(value) {
  const url = URL.parse(value) ?? URL.parse(`http://${value}`);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** A link where the address is one of the web, plain content otherwise. */
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

/** A picture from the web; a grey field with a mark where it can't be had. */
export function picture(address, className, alt = '') {
  const frame = h('span', `picture ${className}`);
  const src = text(address) && webAddress(address);
  if (!src) {
    return missing(frame, alt);
  }
  const image = h('img', '');
  image.alt = alt;
  image.referrerPolicy = 'no-referrer';
  image.addEventListener('error', () => missing(frame, alt));
  image.src = src;
  frame.append(image);
  return frame;
}

function missing(frame, alt) {
  frame.classList.add('missing');
  frame.replaceChildren(...(alt ? [h('span', 'alt', alt)] : []));
  return frame;
}
