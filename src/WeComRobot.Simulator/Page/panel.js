import { button, h } from './dom.js';
import { codeBlock, scriptBlock, warnings } from './details.js';
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
  const contents = await read(id);
  // This does nothing if the panel was closed in the meantime, or another message chosen
  loading.replaceWith(...contents.filter(content => content));
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

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.target.closest('dialog')) {
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

async function read(id) {
  try {
    const response = await fetch(`simulator/entries/${id}`, { cache: 'no-store' });
    return response.ok ? contents(id, await response.json()) : [h('p', '', say('chat.gone'))];
  } catch {
    return [h('p', '', say('chat.noAnswer'))];
  }
}

function contents(id, details) {
  return [
    details.body && composerLink(id),
    part('chat.module', warnings(details)),
    part('chat.sizes', sizes(details)),
    details.script && scriptBlock(details.script),
    details.body && codeBlock(say('chat.body'), details.body),
  ];
}

function composerLink(id) {
  const link = h('a', 'button', say('chat.openInComposer'));
  link.href = `composer#entry=${id}`;
  return link;
}

function part(title, content) {
  return content && h('section', '', h('h3', '', say(title)), content);
}
