import { edit, editBody } from './editor.js';
import { showGone } from './result.js';

/**
 * Puts the message that the address names into the editor: an example, or what the chat received. Returns whether it names one. The
 * address is cleared, so that a reload brings back what was made of the message.
 */
export async function openLinked(gallery) {
  const [kind, name] = location.hash.slice(1).split('=');
  if (kind !== 'entry' && !gallery.has(name)) {
    return false;
  }
  history.replaceState(null, '', location.pathname);
  if (kind === 'entry') {
    await openEntry(name);
  } else {
    edit(gallery.get(name));
  }
  return true;
}

async function openEntry(id) {
  const response = await fetch(`simulator/entries/${encodeURIComponent(id)}`, { cache: 'no-store' });
  if (response.ok) {
    editBody((await response.json()).body);
  } else {
    showGone();
  }
}
