import { say } from './say.js';

const scroller = document.getElementById('scroller');
const newer = document.getElementById('newer');
let isAtEnd = true;
let unseen = 0;

// Observers are told after the layout that each frame makes anyway, so that new messages force no other
new IntersectionObserver(([end]) => {
  isAtEnd = end.isIntersecting;
  if (isAtEnd) {
    setUnseen(0);
  }
}, { root: scroller, rootMargin: '0px 0px 60px' }).observe(document.getElementById('end'));

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

function setUnseen(count) {
  unseen = count;
  newer.hidden = count === 0;
  newer.textContent = say('chat.newer', count);
}
