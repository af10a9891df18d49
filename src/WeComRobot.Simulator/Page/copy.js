import { announce } from './announce.js';
import { button } from './dom.js';
import { say } from './say.js';

const DoneMs = 2000;

/** A button that copies a text and says that it did. */
export function copyButton(text) {
  const element = button('copy', say('chat.copy'));
  element.addEventListener('click', async () => {
    const result = say(await copy(text) ? 'chat.copied' : 'chat.notCopied');
    element.textContent = result;
    announce(result);
    setTimeout(() => element.textContent = say('chat.copy'), DoneMs);
  });
  return element;
}

// A page that is not from this machine has no clipboard of its own, but can copy what is selected
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text) {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  focused?.focus();
  return done;
}
