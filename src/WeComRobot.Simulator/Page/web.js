import { h } from './dom.js';
import { text } from './json.js';

// The same as in WebAddress.cs, which reads the addresses of Markdown (service.md#addresses)
const Written = /^(?:(https?):[/\\]*(?=[^/\\])|(?=[^\s/\\?#:@]+\.[^\s/\\?#:@]+(?:[/?#:]|$)))([^\p{C}\s]+)$/iu;

/** The complete address; null if it is not one of the web. */
export function webAddress(value) {
  const [, scheme = 'http', rest] = Written.exec(text(value) ?? '') ?? [];
  return rest ? URL.parse(`${scheme}://${rest}`)?.href ?? null : null;
}

/** A link if the address is one of the web, plain content otherwise. Where there is no text, the address is shown. */
export function link(address, className, ...children) {
  const href = webAddress(address);
  const element = h(href ? 'a' : 'span', className, ...children);
  if (text(element.textContent) === null) {
    element.replaceChildren(text(address) ?? '');
  }
  if (href) {
    element.href = href;
    element.target = '_blank';
    element.rel = 'noopener noreferrer';
  }
  return element;
}
