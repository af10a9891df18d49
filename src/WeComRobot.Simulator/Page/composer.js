import { copyOnClick } from './copy.js';
import { pretty } from './draft.js';
import { draft, edit, goTo, onEdit, replace, restore } from './editor.js';
import { readEntry, showGallery } from './examples.js';
import { showFailure, showMistake, showNothing, showResult } from './result.js';
import { chosenRobot, offerRobots } from './robots.js';
import { send } from './send.js';
import { viewMenus } from './views.js';

const TypingMs = 150;

const find = id => document.getElementById(id);
let typing;
let request = new AbortController();
let script = null;

function edited() {
  clearTimeout(typing);
  request.abort();
  typing = setTimeout(check, TypingMs);
  enable(['tidy', 'send', 'copy-json'], draft().body);
  enable(['copy-script'], false);
}

async function check() {
  const { body, mistake } = draft();
  if (body) {
    await checkBody(body);
  } else if (mistake) {
    showMistake(mistake, goTo);
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
    showResult(result);
    ({ script } = result.details);
    enable(['copy-script'], script);
  } catch (error) {
    if (error.name !== 'AbortError') {
      showFailure();
    }
  }
}

function enable(ids, can) {
  for (const id of ids) {
    find(id).disabled = !can;
  }
}

// The address is cleared, so that a reload brings back what was made of the message
async function openLinked(gallery) {
  const [kind, name] = location.hash.slice(1).split('=');
  const message = kind === 'entry' ? await readEntry(name) : gallery.get(name);
  if (message) {
    history.replaceState(null, '', location.pathname);
    edit(message);
  }
  return Boolean(message);
}

find('views').append(...viewMenus());
find('robot').addEventListener('change', edited);
find('tidy').addEventListener('click', () => replace(pretty(draft().message)));
find('send').addEventListener('click', () => send(chosenRobot().webhook, draft().body));
copyOnClick(find('copy-json'), () => pretty(draft().message));
copyOnClick(find('copy-script'), () => script);

await offerRobots();
onEdit(edited);
const gallery = await showGallery(edit);
window.addEventListener('hashchange', () => openLinked(gallery));
if (find('editor').value) {
  edited(); // somebody was faster than the page
} else if (!await openLinked(gallery) && !restore()) {
  edit(gallery.values().next().value);
}
