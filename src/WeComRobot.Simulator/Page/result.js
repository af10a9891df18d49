import { codeBlock, sizes, warnings } from './details.js';
import { button, h } from './dom.js';
import { row } from './message.js';
import { refusalNote } from './refusal.js';
import { say } from './say.js';

const [preview, problems, verdict, findings, script, editor] =
  ['preview', 'problems', 'verdict', 'findings', 'script', 'editor'].map(id => document.getElementById(id));

/** Shows how the group would see the message, and what the service and the module say of it. */
export function showResult({ entry, details }) {
  // The refusal is told beside the sizes, not once more below the message
  preview.replaceChildren(row({ ...entry, refusal: null }));
  show(...judge(entry, details), entry.refusal && refusalNote(entry.refusal), warnings(details), sizes(details));
  script.replaceChildren(...details.script ? [codeBlock('PowerShell', details.script)] : []);
}

/** Shows where a payload is no JSON; the last drawing stays, but grey. */
export function showMistake({ kind, line, column, at }, goTo) {
  const place = button('', say('composer.goTo'));
  place.addEventListener('click', () => goTo(at));
  show('bad', say('composer.mistake', line, column, say(`composer.mistake.${kind}`)), place);
  editor.ariaInvalid = 'true';
  setStale(true);
}

export function showNothing() {
  preview.replaceChildren();
  script.replaceChildren();
  show('', say('composer.nothing'));
}

export function showFailure() {
  show('bad', say('chat.unreachable'));
  setStale(true);
}

function judge({ refusal }, { error, warnings }) {
  return refusal ? ['bad', say('composer.refused', refusal.errcode)]
    : error ? ['bad', say('composer.moduleRefuses')]
    : warnings.length > 0 ? ['doubtful', say('composer.warned', warnings.length)]
    : ['good', say('composer.accepted')];
}

function show(outcome, words, ...details) {
  problems.className = outcome;
  editor.ariaInvalid = 'false';
  setStale(false);
  // Screen readers read what changes, and would read the same words again
  if (verdict.textContent !== words) {
    verdict.textContent = words;
  }
  findings.replaceChildren(...details.filter(detail => detail));
}

function setStale(isStale) {
  preview.classList.toggle('stale', isStale);
  script.classList.toggle('stale', isStale);
  script.inert = isStale;
}
