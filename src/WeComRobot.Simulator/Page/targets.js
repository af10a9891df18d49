import { around, h, unseen } from './dom.js';
import { text } from './json.js';
import { say } from './say.js';
import { link } from './web.js';

const Url = 1;
const MiniProgram = 2;
const File = 2;
const Member = 3;

/** A part of a card that may open something; null if there is nothing in it. */
export function clickTarget(element, className, ...children) {
  return element.type === Url && text(element.url) ? link(element.url, className, ...children)
    : opensMiniProgram(element) ? opener(say('chat.miniProgram', named(element.appid, element.pagepath)), className, ...children)
    : around('span', className, ...children);
}

/** The value of a row, which may open something, too. */
export function fieldTarget(field, value) {
  return field.type === Url ? link(field.url, 'blue', value)
    : field.type === File ? opener(say('chat.openFile', named(field.media_id)), 'blue', value)
    : field.type === Member ? opener(say('chat.openMember', named(field.userid)), 'blue', value)
    : value;
}

/** What a click on a card opens. The link is only seen with the keyboard: a click anywhere on the body follows it, unless it selects text. */
export function openByClick(body, element) {
  const target = clickTarget(element, 'card-action visually-hidden');
  if (target === null) {
    return;
  }
  body.append(target);
  body.title = target.title;
  if (target.href) {
    body.title = target.ariaLabel = say('chat.openCard', target.href);
    body.classList.add('opens');
    body.addEventListener('click', event => {
      if (!event.target.closest('a, button') && getSelection().isCollapsed) {
        target.click();
      }
    });
  }
}

export function opensMiniProgram(element) {
  return element.type === MiniProgram;
}

// A browser opens no mini program, file or member. Who listens, and who points at it, is told what WeCom would open; where there is no text,
// everybody is.
function opener(words, className, ...children) {
  const element = h('span', className, ...children);
  element.append(text(element.textContent) ? unseen(` ${words}`) : words);
  element.title = words;
  return element;
}

function named(...names) {
  return names.filter(text).join(' ');
}
