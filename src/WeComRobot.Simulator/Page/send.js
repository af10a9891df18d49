import { h } from './dom.js';
import { clearNotice } from './notice.js';
import { say } from './say.js';

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

async function send({ webhook, body }) {
  const tell = clearNotice();
  try {
    const response = await fetch(webhook, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    tell(...describe(response.status, await response.text()));
  } catch {
    tell('bad', say('chat.noAnswer'));
  }
}

function describe(status, answer) {
  const { errcode, errmsg } = parse(answer);
  const chat = h('a', '', say('composer.seeChat'));
  chat.href = './';
  return [
    errcode === 0 ? 'good' : 'bad',
    errcode === undefined ? say('composer.httpStatus', status) : h('code', '', `errcode ${errcode} ${errmsg}`), ' ', chat,
  ];
}

// A scripted fault can answer with anything
function parse(answer) {
  try {
    return JSON.parse(answer) ?? {};
  } catch {
    return {};
  }
}
