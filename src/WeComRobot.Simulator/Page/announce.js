import { h } from './dom.js';

const region = h('div', 'visually-hidden announcer');
region.setAttribute('aria-live', 'polite');
document.body.append(region);

/** Tells something to people who listen to the page. */
export function announce(words) {
  region.textContent = words;
}
