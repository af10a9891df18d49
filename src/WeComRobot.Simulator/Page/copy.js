import { announce } from './announce.js';
import { button } from './dom.js';
import { say } from './say.js';

const DoneMs = 2000;

/** A button that copies a text. */
export function copyButton(text) {
  const element = button('copy', say('chat.copy'));
  copyOnClick(element, () => text);
  return element;
}

/** Lets a button copy what is read when it is clicked, and say that it did. */
export function copyOnClick(element, read) {
  const label = element.textContent;
  element.addEventListener('click', async () => {
    // What is beside it does not move under the pointer
    element.style.minWidth = `${element.offsetWidth}px`;
    const result = say(await copy(read()) ? 'chat.copied' : 'chat.notCopied');
    element.textContent = result;
    announce(result);
    setTimeout(() => element.textContent = label, DoneMs);
  });
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
