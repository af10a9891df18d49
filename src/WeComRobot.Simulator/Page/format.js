export const Auto = 'auto';
const Paste = 'insertFromPaste';

const field = document.getElementById('editor');

/** What the draft is taken as. */
export const format = document.getElementById('format');

// The browser's undo and redo bring back texts alone, so the formats of texts that took each other's place are kept here
const formats = new Map();

// What is pasted over a whole draft is another draft, and its format Automatic unless it was chosen while the editor was empty
let isChosenAhead = false;

format.addEventListener('change', () => {
  isChosenAhead = field.value === '';
  remember();
});
field.addEventListener('beforeinput', ({ inputType }) => {
  if (isAllSelected()) {
    remember();
    if (inputType === Paste && !isChosenAhead) {
      format.value = Auto;
    }
  }
});
field.addEventListener('input', ({ inputType }) => {
  isChosenAhead = false;
  if (inputType?.startsWith('history')) {
    format.value = formats.get(field.value) ?? format.value;
  } else if (inputType === Paste) {
    remember();
  }
});

/** Lets another text of this format take the place of the draft; undo brings both back. */
export function replaceDraft(type, replaceText) {
  remember();
  replaceText();
  format.value = type;
  remember();
  format.dispatchEvent(new Event('input'));
}

function remember() {
  formats.set(field.value, format.value);
}

function isAllSelected() {
  return field.selectionStart === 0 && field.selectionEnd === field.value.length;
}
