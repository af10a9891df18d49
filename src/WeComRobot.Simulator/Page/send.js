import { h } from './dom.js';
import { say } from './say.js';

const sent = document.getElementById('sent');

/** Posts a draft to a webhook at each click, as a script would, and shows what came back. */
export function sendOnClick(button, read) {
  button.addEventListener('click', async event => {
    // Who clicks twice means one message. A disabled button would lose the focus.
    if (event.detail < 2 && button.ariaDisabled !== 'true') {
      button.ariaDisabled = 'true';
      await send(read());
      button.ariaDisabled = 'false';
    }
  });
}

/** Takes away what came back for a draft that is no longer there. */
export function forgetAnswer() {
  sent.replaceChildren();
}

async function send({ webhook, body }) {
  forgetAnswer();
  try {
    const response = await fetch(webhook, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    show(response.status, await response.text());
  } catch {
    sent.className = 'bad';
    sent.replaceChildren(say('chat.noAnswer'));
  }
}

function show(status, answer) {
  const { errcode, errmsg } = parse(answer);
  sent.className = errcode === 0 ? 'good' : 'bad';
  const chat = h('a', '', say('composer.seeChat'));
  chat.href = './';
  sent.replaceChildren(errcode === undefined ? say('composer.httpStatus', status) : h('code', '', `errcode ${errcode} ${errmsg}`), ' ', chat);
}

// A scripted fault can answer with anything
function parse(answer) {
  try {
    return JSON.parse(answer) ?? {};
  } catch {
    return {};
  }
}
