import { edit, editBody } from './editor.js';
import { readEntry } from './entries.js';
import { clearNotice } from './notice.js';

/**
 * Puts the message that the address names into the editor: an example, or what the chat received. Returns whether it names one. The
 * address of what was opened is cleared, so that a reload brings back what was made of the message.
 */
export async function openLinked(gallery) {
  const [kind, name] = location.hash.slice(1).split('=');
  if (kind === 'entry') {
    await openEntry(name);
  } else if (gallery.has(name)) {
    clearAddress();
    edit(gallery.get(name));
  } else {
    return false;
  }
  return true;
}

async function openEntry(id) {
  const tell = clearNotice();
  const { details, failure } = await readEntry(id);
  if (details) {
    clearAddress();
    editBody(details.body);
  } else {
    tell('bad', failure);
  }
}

function clearAddress() {
  history.replaceState(null, '', location.pathname);
}
