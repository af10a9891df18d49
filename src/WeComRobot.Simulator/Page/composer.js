import { copyOnClick } from './copy.js';
import { pretty } from './draft.js';
import { draft, edit, editJson, goTo, onEdit, restore } from './editor.js';
import { showGallery } from './examples.js';
import { openLinked } from './linked.js';
import { clearNotice } from './notice.js';
import { expectResult, showArray, showFailure, showMistake, showNothing, showResult } from './result.js';
import { chosenRobot, offerRobots } from './robots.js';
import { sendOnClick } from './send.js';
import { viewMenus } from './views.js';

const TypingMs = 150;
const RetryMs = 1000;

const find = id => document.getElementById(id);
let typing;
let request = new AbortController();
let script = null;
let isReachable = true;

function edited() {
  clearTimeout(typing);
  request.abort();
  typing = setTimeout(check, TypingMs);
  expectResult();
  clearNotice();
  enable(['tidy', 'copy-json'], draft().message);
  enable(['copy-script'], false);
  enableSend();
}

async function check() {
  const { body, isArray } = draft();
  if (body) {
    await checkBody(body);
  } else if (isArray) {
    showArray();
  } else {
    showNothing();
  }
}

// The next edit aborts the request, so that the answer to an older draft is never shown
async function checkBody(body) {
  request = new AbortController();
  try {
    const response = await fetch(`simulator/check?robot=${chosenRobot().number}`, { method: 'POST', body, signal: request.signal });
    const result = await response.json();
    isReachable = true;
    show(result);
  } catch (error) {
    if (error.name !== 'AbortError') {
      isReachable = false;
      showFailure();
      typing = setTimeout(tryAgain, RetryMs);
    }
  }
  enableSend();
}

function show({ entry, details }) {
  ({ script } = details);
  enable(['copy-script'], script);
  if (details.mistake) {
    showMistake(details, goTo);
  } else {
    showResult(entry, details);
  }
}

function tryAgain() {
  if (document.hidden) {
    typing = setTimeout(tryAgain, RetryMs);
  } else {
    check();
  }
}

function isEmpty() {
  return find('editor').value === '';
}

function enableSend() {
  enable(['send'], isReachable && draft().message);
}

function enable(ids, can) {
  for (const id of ids) {
    find(id).disabled = !can;
  }
}

find('views').append(...viewMenus());
find('robot').addEventListener('change', edited);
find('tidy').addEventListener('click', () => editJson(draft().message));
find('editor').addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    find('send').click();
  }
});
sendOnClick(find('send'), () => ({ webhook: chosenRobot().webhook, body: draft().body }));
copyOnClick(find('copy-json'), () => pretty(draft().message));
copyOnClick(find('copy-script'), () => script);

await offerRobots();
onEdit(edited);
const gallery = await showGallery(edit);
window.addEventListener('hashchange', () => openLinked(gallery));
// Somebody may have been faster than the page
if (isEmpty()) {
  restore();
}
edited();
// What is linked comes after the draft, so that undo brings the draft back
if (!await openLinked(gallery) && isEmpty()) {
  edit(gallery.values().next().value);
}
