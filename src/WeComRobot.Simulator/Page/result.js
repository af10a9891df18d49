import { scriptBlock, warnings } from './details.js';
import { button, h } from './dom.js';
import { row } from './message.js';
import { refusalNote } from './refusal.js';
import { say } from './say.js';
import { sizes } from './sizes.js';

const [result, preview, problems, verdict, findings, script, editor] =
  ['result', 'preview', 'problems', 'verdict', 'findings', 'script', 'editor'].map(id => document.getElementById(id));

/** Says that what is shown is of an earlier draft, until something is shown of this one. Nobody copies its script meanwhile. */
export function expectResult() {
  result.ariaBusy = 'true';
  script.inert = true;
}

/** Shows how the group would see the message, and what the service and the module say of it. */
export function showResult(entry, details) {
  // The refusal is told beside the sizes, not once more below the message
  preview.replaceChildren(row({ ...entry, refusal: null }));
  const isSaid = details.error !== null && details.error === entry.refusal?.remedy;
  show(...judge(entry, details), entry.refusal && refusalNote(entry.refusal), warnings(isSaid ? { ...details, error: null } : details), sizes(details));
  script.replaceChildren(...details.script ? [scriptBlock(details.script)] : []);
}

/** Shows where and why a payload is no JSON; the last drawing stays, but grey. */
export function showMistake({ mistake, error }, goTo) {
  const link = button('', say('composer.goTo'));
  link.addEventListener('click', () => goTo(mistake));
  showInvalid(say('composer.mistake', mistake.line, mistake.column), error && h('p', '', error), link);
}

/** Says that a list of messages is no payload. */
export function showArray() {
  showInvalid(say('composer.array'));
}

export function showNothing() {
  preview.replaceChildren();
  show('', say('composer.nothing'));
}

export function showFailure() {
  show('bad', say('chat.unreachable'));
  preview.classList.add('stale');
}

function showInvalid(words, ...details) {
  show('bad', words, ...details);
  editor.ariaInvalid = 'true';
  preview.classList.add('stale');
}

function judge({ refusal }, { error, warnings }) {
  return refusal ? ['bad', say('composer.refused', refusal.errcode)]
    : error ? ['bad', say('composer.moduleRefuses')]
    : warnings.length > 0 ? ['doubtful', say('composer.warned', warnings.length)]
    : ['good', say('composer.accepted')];
}

function show(outcome, words, ...details) {
  result.ariaBusy = 'false';
  problems.className = outcome;
  editor.ariaInvalid = 'false';
  preview.classList.remove('stale');
  script.replaceChildren();
  script.inert = false;
  // Screen readers read what changes, and would read the same words again
  if (verdict.textContent !== words) {
    verdict.textContent = words;
  }
  findings.replaceChildren(...details.filter(detail => detail));
}
