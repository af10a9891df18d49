import { MB, formatExactly } from './bytes.js';
import { h } from './dom.js';
import { say } from './say.js';

const MaxShown = 3;
const NearLimit = .7;

let areOthersOpen = false;

/** What has a limit in a message, each with a bar; null when nothing has. Of many, those far from their limits are folded. */
export function sizes({ sizes }) {
  if (sizes.length === 0) {
    return null;
  }
  const shown = sizes.length > MaxShown ? fullest(sizes) : sizes;
  const others = sizes.filter(size => !shown.includes(size));
  return h('div', '', bars(shown), others.length > 0 ? folded(others) : null);
}

function fullest(sizes) {
  const near = sizes.filter(size => share(size) > NearLimit);
  return near.length > 0 ? near : [sizes.reduce((fullest, size) => share(size) > share(fullest) ? size : fullest)];
}

// The composer makes the list anew whenever something is typed
function folded(sizes) {
  const element = h('details', 'others', h('summary', '', say('chat.otherSizes', sizes.length)), bars(sizes));
  element.open = areOthersOpen;
  element.addEventListener('toggle', () => areOthersOpen = element.open);
  return element;
}

function bars(sizes) {
  return h('ul', 'sizes', sizes.map(bar));
}

function bar(size) {
  const track = h('span', 'bar', h('span', 'part'));
  track.firstChild.style.width = `${Math.min(100, 100 * share(size))}%`;
  const isOver = size.value > size.limit;
  return h('li', isOver ? 'size over' : 'size',
    h('code', '', size.name), h('span', 'amount', isOver ? say('chat.over', amount(size)) : amount(size)), track);
}

function share({ value, limit }) {
  return value / limit;
}

function amount({ value, limit, unit }) {
  return unit === 'bytes' && limit >= MB
    ? `${formatExactly(value)} / ${formatExactly(limit)}`
    : `${value} / ${limit} ${say(`chat.unit.${unit}`)}`;
}
