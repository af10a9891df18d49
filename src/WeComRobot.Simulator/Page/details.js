import { copyButton } from './copy.js';
import { h } from './dom.js';
import { say } from './say.js';

const LongData = /[A-Za-z0-9+/]{400,}={0,2}/g;
const ShownChars = 60;

/** What the module says of a message: why it would not send it, and what it warns of. Null when it says nothing. */
export function warnings({ warnings, error }) {
  return error || warnings.length > 0
    ? h('ul', 'warnings', error && h('li', 'error', say('chat.moduleError', error)), warnings.map(warning => h('li', 'warning', warning)))
    : null;
}

/** A text to copy. Long base64 is not shown in full, but copied. */
export function codeBlock(label, text) {
  const code = h('pre', '', h('code', '', text.replace(LongData, abbreviate)));
  code.tabIndex = 0;
  code.ariaLabel = label;
  code.role = 'region';
  return h('section', 'code-block', h('div', 'code-head', h('h3', '', label), copyButton(text)), code);
}

/** The PowerShell that sends a message, what is special about it, and how it is sent to a real group. */
export function scriptBlock(script, remark) {
  return h('div', '', codeBlock('PowerShell', script), remark && h('p', 'note', remark), h('p', 'note', say('chat.scriptNote')));
}

function abbreviate(data) {
  return `${data.slice(0, ShownChars)}${say('chat.omitted', data.length - ShownChars)}`;
}
