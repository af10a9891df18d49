import { say } from './say.js';

const NearPx = 60;

const scroller = document.getElementById('scroller');
const newer = document.getElementById('newer');
let isAtEnd = true;
let lastTop = 0;
let unseen = 0;

// Only a reader leaves the end: messages and pictures that make the page longer do not
scroller.addEventListener('scroll', () => {
  if (isNearEnd()) {
    isAtEnd = true;
    setUnseen(0);
  } else if (scroller.scrollTop < lastTop) {
    isAtEnd = false;
  }
  lastTop = scroller.scrollTop;
});

// Told after the layout that each frame makes anyway, so that a new message forces no other
const sizes = new ResizeObserver(() => {
  if (isAtEnd) {
    scroller.scrollTop = scroller.scrollHeight;
  }
});
sizes.observe(document.getElementById('messages'));
sizes.observe(scroller);

newer.addEventListener('click', () => {
  goToEnd();
  scroller.focus();
});

/** Counts new messages below what a reader of older ones sees. Who is at the end stays there. */
export function countNew(count) {
  if (!isAtEnd && count > 0) {
    setUnseen(unseen + count);
  }
}

export function goToEnd() {
  isAtEnd = true;
  setUnseen(0);
  scroller.scrollTop = scroller.scrollHeight;
}

/** Brings a message into view, where it stays when others come, unless it is at the end. */
export function bringIntoView(message) {
  message.scrollIntoView({ block: 'nearest' });
  isAtEnd = isNearEnd();
}

function isNearEnd() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NearPx;
}

function setUnseen(count) {
  unseen = count;
  newer.hidden = count === 0;
  newer.textContent = say('chat.newer', count);
}
