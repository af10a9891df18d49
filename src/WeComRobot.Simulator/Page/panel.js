import { announce } from './announce.js';
import { codeBlock, scriptBlock, warnings } from './details.js';
import { detailsHead } from './details-head.js';
import { h } from './dom.js';
import { bringIntoView } from './end.js';
import { readEntry } from './entries.js';
import { exchange } from './exchange.js';
import { notes } from './refusal.js';
import { robotName, say } from './say.js';
import { sizes } from './sizes.js';

const panel = document.getElementById('details');
let chosen = null;

/** Opens the panel beside the chat with the details of a message of the list. */
export async function openDetails(messages, id) {
  const { entry, item } = messages.find(id);
  choose(item.firstElementChild);
  const loading = h('p', 'loading', say('chat.loading'));
  panel.replaceChildren(detailsHead(id, name => go(messages, id, name), closeDetails), loading);
  show(true);
  // The chat is narrower now, and its messages are longer
  bringIntoView(chosen);
  panel.querySelector('.close').focus();
  const { details, failure } = await readEntry(id);
  // This does nothing if the panel was closed in the meantime, or another message chosen
  loading.replaceWith(...details ? contents(entry, details) : [h('p', '', failure)]);
}

export function closeDetails() {
  if (!panel.hidden) {
    show(false);
    panel.replaceChildren();
    chosen.querySelector('.more').focus();
    choose(null);
  }
}

function choose(message) {
  chosen?.removeAttribute('aria-current');
  chosen = message;
  chosen?.setAttribute('aria-current', 'true');
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

// The button that was pressed keeps the focus, so that it can be pressed again
function go(messages, id, name) {
  const other = messages.neighbor(id, name === 'next');
  if (other === undefined) {
    announce(say('chat.noOther'));
    return;
  }
  openDetails(messages, other);
  panel.querySelector(`.${name}`).focus();
  announce(say('chat.detailsOf', other));
}

function contents(entry, details) {
  return [
    ...notes(entry),
    ...exchange(details),
    details.body && composerLink(entry.id),
    part('chat.module', warnings(details)),
    part('chat.sizes', sizes(details)),
    details.script && scriptBlock(details.script, entry.robot === 0 ? say('chat.scriptRobot', robotName(1)) : null),
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
