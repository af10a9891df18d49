import { copyButton } from './copy.js';
import { h } from './dom.js';
import { robotName } from './say.js';

const MaxShown = 5;
const list = document.getElementById('webhooks');

/** Shows the addresses to send to, while there is no message. */
export function showWebhooks(robots) {
  list.replaceChildren(...robots.slice(0, MaxShown).map(({ number, webhook }) =>
    h('li', '', h('span', '', robotName(number)), h('code', '', webhook), copyButton(webhook))));
}
