import { copyButton } from './copy.js';
import { h } from './dom.js';
import { robotName } from './say.js';

const MaxWelcoming = 5;
const [welcome, all] = ['webhooks', 'all-webhooks'].map(id => document.getElementById(id));
let known = [];

/** Shows the addresses to send to: some while there is no message, and all behind a button. */
export function showWebhooks(robots) {
  known = robots;
  welcome.replaceChildren(...robots.slice(0, MaxWelcoming).map(webhook));
  all.replaceChildren(...robots.map(webhook));
}

/** A list of all of them. */
export function webhookList() {
  return h('ul', 'webhooks', known.map(webhook));
}

function webhook({ number, webhook }) {
  return h('li', '', h('span', '', robotName(number)), h('code', '', webhook), copyButton(webhook));
}
