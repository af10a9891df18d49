import { h } from './dom.js';
import { say } from './say.js';

const sent = document.getElementById('sent');

/** Posts a body to a webhook, as a script would, and shows what came back. */
export async function send(webhook, body) {
  sent.replaceChildren();
  try {
    const response = await fetch(webhook, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    show(response.status, await response.text());
  } catch {
    sent.className = 'bad';
    sent.append(say('composer.noAnswer'));
  }
}

function show(status, answer) {
  const { errcode, errmsg } = parse(answer);
  sent.className = errcode === 0 ? 'good' : 'bad';
  const chat = h('a', '', say('composer.seeChat'));
  chat.href = './';
  sent.append(errcode === undefined ? say('composer.httpStatus', status) : h('code', '', `errcode ${errcode} ${errmsg}`), ' ', chat);
}

// A scripted fault can answer with anything
function parse(answer) {
  try {
    return JSON.parse(answer) ?? {};
  } catch {
    return {};
  }
}
