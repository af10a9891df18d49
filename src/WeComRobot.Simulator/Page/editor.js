import { bodyToDraft, isPayload, pretty, readDraft, toDraft } from './draft.js';
import { tabStorage } from './storage.js';

const Kept = 'composer.draft';
const Auto = 'auto';

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

// The format of a draft says nothing of another one that is pasted over it, unless it was chosen for that, or of a payload that comes back
let isChosenAhead = false;
format.addEventListener('change', () => isChosenAhead = field.value === '');
field.addEventListener('input', event => {
  isChosenAhead = false;
  if (event.inputType?.startsWith('history') && isPayload(field.value)) {
    format.value = Auto;
  }
});
field.addEventListener('paste', () => {
  if (isAllSelected() && !isChosenAhead) {
    format.value = Auto;
  }
});

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

function isAllSelected() {
  return field.selectionStart === 0 && field.selectionEnd === field.value.length;
}

function keep() {
  tabStorage.write(Kept, JSON.stringify({ text: field.value, format: format.value }));
}
