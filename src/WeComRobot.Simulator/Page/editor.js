import { bodyToDraft, readDraft, toDraft } from './draft.js';
import { tabStorage } from './storage.js';

const Kept = 'composer.draft';

const field = document.getElementById('editor');
const format = document.getElementById('format');

/** The draft as it is now. */
export function draft() {
  return readDraft(field.value, format.value);
}

export function onEdit(handle) {
  for (const control of [field, format]) {
    control.addEventListener('input', () => {
      keep();
      handle();
    });
  }
}

/** Puts a message in place of the draft, as if it was typed, so that the browser can undo it. */
export function edit(message) {
  show(toDraft(message));
}

/** Puts the body of a post in place of the draft, whether or not it is a message. */
export function editBody(body) {
  show(bodyToDraft(body));
}

/** Puts a text in place of the draft and leaves the format as it is. */
export function replace(text) {
  const focused = document.activeElement;
  field.focus();
  field.select();
  document.execCommand('insertText', false, text);
  field.setSelectionRange(0, 0);
  field.scrollTop = 0;
  field.blur();
  focused.focus();
}

/** Puts the caret at a place of the draft; lines and columns begin at 1. */
export function goTo({ line, column }) {
  const before = field.value.split('\n', line - 1).map(text => `${text}\n`).join('');
  const position = before.length + column - 1;
  field.focus();
  field.setSelectionRange(position, position);
}

/** The draft of before the page was reloaded. Returns whether there was one. */
export function restore() {
  const kept = tabStorage.read(Kept);
  const before = kept ? JSON.parse(kept) : { text: '' };
  if (before.text !== '') {
    show(before);
  }
  return before.text !== '';
}

function show({ text, format: type }) {
  replace(text);
  format.value = type;
  format.dispatchEvent(new Event('input'));
}

function keep() {
  tabStorage.write(Kept, JSON.stringify({ text: field.value, format: format.value }));
}
