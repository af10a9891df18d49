import { bodyToDraft, pretty, readDraft, toDraft } from './draft.js';
import { Auto, format, replaceDraft } from './format.js';
import { tabStorage } from './storage.js';

const Kept = 'draft';

const field = document.getElementById('editor');

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

/** Puts a message in place of the draft as JSON. */
export function editJson(message) {
  show({ text: pretty(message), format: Auto });
}

/** Brings back the draft of before the page was loaded anew, if there was one. */
export function restore() {
  const kept = tabStorage.read(Kept);
  if (kept) {
    show(JSON.parse(kept));
  }
}

/** Puts the caret at a place of the draft; lines and columns begin at 1. */
export function goTo({ line, column }) {
  const before = field.value.split('\n', line - 1).map(text => `${text}\n`).join('');
  const position = before.length + column - 1;
  field.focus();
  field.setSelectionRange(position, position);
}

function show({ text, format: type }) {
  replaceDraft(type, () => replace(text));
}

function replace(text) {
  const focused = document.activeElement;
  field.focus();
  field.select();
  document.execCommand('insertText', false, text);
  field.setSelectionRange(0, 0);
  field.scrollTop = 0;
  field.blur();
  focused.focus();
}

function keep() {
  tabStorage.write(Kept, JSON.stringify({ text: field.value, format: format.value }));
}
