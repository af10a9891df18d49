import { announceArrivals } from './arrivals.js';
import './clear.js';
import { countNew, goToEnd } from './end.js';
import { isFiltering, matches, offerRobots, onFilter, resetFilter } from './filter.js';
import { MaxMessages, MessageList } from './list.js';
import { clearMeters, measure, startMeters } from './meters.js';
import { closeDetails, openDetails } from './panel.js';
import { say } from './say.js';
import { listen } from './stream.js';
import { viewMenus } from './views.js';
import { showWebhooks } from './webhooks.js';

const BatchSize = 100;

const find = id => document.getElementById(id);
const messages = find('messages');
const list = new MessageList(messages);
const waiting = [];
let lastOldId = 0;

find('views').append(...viewMenus());

listen({
  hello(hello) {
    lastOldId = hello.lastId;
    offerRobots(hello.robots.map(robot => robot.number));
    showWebhooks(hello.robots);
    startMeters(hello);
  },
  entry(entry) {
    waiting.push(entry);
    if (waiting.length === 1) {
      requestAnimationFrame(drawWaiting);
    } else if (waiting.length > MaxMessages) {
      waiting.shift();
    }
  },
  cleared() {
    waiting.length = 0;
    list.clear();
    clearMeters();
    closeDetails();
    showCounts();
  },
  connected(isConnected) {
    find('connection').hidden = isConnected;
  },
});

// A page that is opened late gets thousands of messages at once, so they are drawn over several frames
function drawWaiting() {
  const entries = waiting.splice(0, BatchSize);
  if (waiting.length > 0) {
    requestAnimationFrame(drawWaiting);
  }
  countNew(list.add(entries, matches));
  entries.forEach(measure);
  announceArrivals(entries.filter(entry => entry.id > lastOldId && matches(entry)));
  showCounts();
}

function showCounts() {
  find('count').textContent = isFiltering() ? say('chat.countShown', list.shown, list.count) : say('chat.count', list.count);
  find('undelivered').textContent = list.undelivered > 0 ? say('chat.countUndelivered', list.undelivered) : '';
  find('welcome').hidden = list.count > 0;
  find('nothing-found').hidden = list.count === 0 || list.shown > 0;
}

onFilter(() => {
  list.filter(matches);
  showCounts();
  goToEnd();
});

messages.addEventListener('click', event => {
  const more = event.target.closest('button.more');
  if (more) {
    openDetails(list, Number(more.closest('.message').dataset.id));
  }
});

find('tools').addEventListener('click', event => {
  event.currentTarget.ariaExpanded = document.body.classList.toggle('has-tools');
});

// A link to a message that the filter hides would lead nowhere
document.addEventListener('click', event => {
  const hash = event.target.closest('a[href^="#message-"]')?.hash;
  if (hash && find(hash.slice(1))?.parentElement.hidden) {
    resetFilter();
  }
});
