import { copyButton } from './copy.js';
import { h } from './dom.js';
import { robotName } from './say.js';

const MaxWelcoming = 5;
const [welcome, all] = ['webhooks', 'all-webhooks'].map(id => document.getElementById(id));

/** Shows the addresses to send to: some while there is no message, and all behind a button. */
export function showWebhooks(robots) {
  welcome.replaceChildren(...robots.slice(0, MaxWelcoming).map(webhook));
  all.replaceChildren(...robots.map(webhook));
}

function webhook({ number, webhook }) {
  return h('li', '', h('span', '', robotName(number)), h('code', '', webhook), copyButton(webhook));
}
