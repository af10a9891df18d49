import { h } from './dom.js';
import { bubble } from './bubbles.js';

const PollMs = 1000;
const QuietMs = 5 * 60 * 1000;

const chat = document.getElementById('chat');
const count = document.getElementById('count');
const nothing = chat.firstElementChild;
const robots = [];

let tag = '';
let shown = 0;
let lastAt = 0;

function reset() {
  robots.length = 0;
  shown = 0;
  lastAt = 0;
  chat.replaceChildren(nothing);
}

function clock(date) {
  const time = date.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? time : `${date.getMonth() + 1}月${date.getDate()}日 ${time}`;
}

function robotName(key) {
  if (!robots.includes(key)) {
    robots.push(key);
  }
  const index = robots.indexOf(key);
  return { name: index === 0 ? '群机器人' : `群机器人${index + 1}`, hue: index % 4 };
}

// One message that can't be drawn must not take the others with it
function safeBubble(message) {
  try {
    return bubble(message);
  } catch {
    return h('div', 'bubble', message.body);
  }
}

function row(message) {
  const { name, hue } = robotName(message.key);
  return h('article', 'message',
    h('span', `avatar hue${hue}`),
    h('div', 'said',
      h('div', 'who', name, h('span', 'bot', 'BOT')),
      safeBubble(message)));
}

function show(messages) {
  nothing.remove();
  for (const message of messages.slice(shown)) {
    const at = new Date(message.receivedAt);
    if (at - lastAt > QuietMs) {
      chat.append(h('time', '', clock(at)));
    }
    lastAt = at;
    chat.append(row(message));
  }
  shown = messages.length;
}

function isAtEnd() {
  return window.innerHeight + window.scrollY >= document.body.scrollHeight - 80;
}

async function poll() {
  const answer = await fetch('/simulator/messages', { cache: 'no-store', headers: { 'If-None-Match': tag } });
  if (answer.status !== 200) {
    return;
  }
  const messages = await answer.json();
  const newTag = answer.headers.get('ETag');
  const follow = isAtEnd();
  // The mark is "clearings-count": after a clearing all starts anew
  if (newTag.split('-')[0] !== tag.split('-')[0]) {
    reset();
  }
  tag = newTag;
  count.textContent = messages.length ? `(${messages.length})` : '';
  if (messages.length) {
    show(messages);
  }
  if (follow) {
    window.scrollTo(0, document.body.scrollHeight);
  }
}

async function loop() {
  try {
    await poll();
  } catch {
    // The simulator is gone; the chat stays, and goes on when it is back
  }
  setTimeout(loop, PollMs);
}

loop();
