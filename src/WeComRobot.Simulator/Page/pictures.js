import { announce } from './announce.js';
import { button, h, textIn, unseen } from './dom.js';
import { say } from './say.js';
import { webAddress } from './web.js';

/**
 * A picture from the web. It is loaded only after a click, which says beforehand whom it will contact: no message by itself makes the
 * page call another server. What is no web address has a placeholder without a button.
 */
export function picture(address, className, alt = '') {
  const src = webAddress(address);
  return src ? loadButton(src, className, alt) : h('span', `picture missing ${className}`, textIn('span', 'alt', alt));
}

function loadButton(src, className, alt) {
  const { host } = new URL(src);
  const state = h('span', 'state');
  const placeholder = button(`picture missing ${className}`,
    unseen(say('chat.loadPicture')), textIn('span', 'alt', alt), h('span', 'host', host), state);
  placeholder.title = host;
  placeholder.addEventListener('click', async event => {
    // The picture may be in a link
    event.preventDefault();
    event.stopPropagation();
    const image = h('img', '');
    image.alt = alt || host;
    image.referrerPolicy = 'no-referrer';
    image.src = src;
    state.textContent = say('chat.loading');
    try {
      await image.decode();
      show(image, placeholder, className);
    } catch {
      state.textContent = say('chat.pictureFailed');
      placeholder.classList.add('failed');
      announce(say('chat.pictureFailed'));
    }
  });
  return placeholder;
}

// Who pressed the button with the keyboard goes on from the picture
function show(image, placeholder, className) {
  const hadFocus = document.activeElement === placeholder;
  const frame = h('span', `picture ${className}`, image);
  frame.style.cssText = placeholder.style.cssText;
  placeholder.replaceWith(frame);
  if (hadFocus) {
    image.tabIndex = -1;
    image.focus();
  }
}
