import { button, h } from './dom.js';
import { codeBlock, scriptBlock, warnings } from './details.js';
import { readEntry } from './entries.js';
import { say } from './say.js';
import { sizes } from './sizes.js';

const panel = document.getElementById('details');
let opener = null;

/** Opens the panel beside the chat with the details of a message. The element gets the focus back when the panel is closed. */
export async function openDetails(id, from) {
  opener = from;
  const loading = h('p', 'loading', say('chat.loading'));
  panel.replaceChildren(head(id), loading);
  show(true);
  panel.querySelector('.close').focus();
  const { details, failure } = await readEntry(id);
  // This does nothing if the panel was closed in the meantime, or another message chosen
  loading.replaceWith(...details ? contents(id, details) : [h('p', '', failure)]);
}

export function closeDetails() {
  if (!panel.hidden) {
    show(false);
    panel.replaceChildren();
    opener?.focus();
  }
}

function show(isOpen) {
  panel.hidden = !isOpen;
  document.body.classList.toggle('has-details', isOpen);
}

// In a field, Escape clears what is searched or closes a menu
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.target.closest('dialog, input, select')) {
    closeDetails();
  }
});

function head(id) {
  const close = button('close', say('chat.close'));
  close.addEventListener('click', closeDetails);
  const title = h('h2', '', say('chat.detailsOf', id));
  title.id = 'details-title';
  return h('div', 'details-head', title, close);
}

function contents(id, details) {
  return [
    details.body && composerLink(id),
    part('chat.module', warnings(details)),
    part('chat.sizes', sizes(details)),
    details.script && scriptBlock(details.script),
    details.body && codeBlock(say('chat.body'), details.body),
  ].filter(content => content);
}

function composerLink(id) {
  const link = h('a', 'button', say('chat.openInComposer'));
  link.href = `composer#entry=${id}`;
  return link;
}

function part(title, content) {
  return content && h('section', '', h('h3', '', say(title)), content);
}
