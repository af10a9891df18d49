import { h } from './dom.js';
import { bubble } from './bubbles.js';

const PollIntervalMs = 1000;
const TimestampGapMs = 5 * 60 * 1000;

const chat = document.getElementById('chat');
const count = document.getElementById('count');
const placeholder = chat.firstElementChild;
const robotKeys = [];

let etag = '';
let shownCount = 0;
let lastAt = 0;

function reset() {
  robotKeys.length = 0;
  shownCount = 0;
  lastAt = 0;
  chat.replaceChildren(placeholder);
}

function formatTime(date) {
  const time = date.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? time : `${date.getMonth() + 1}月${date.getDate()}日 ${time}`;
}

function robotName(key) {
  if (!robotKeys.includes(key)) {
    robotKeys.push(key);
  }
  const index = robotKeys.indexOf(key);
  return { name: index === 0 ? '群机器人' : `群机器人${index + 1}`, hue: index % 4 };
}

// A message that can't be rendered must not hide the others
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
    h('div', 'content',
      h('div', 'sender', name, h('span', 'bot', 'BOT')),
      safeBubble(message)));
}

function show(messages) {
  placeholder.remove();
  for (const message of messages.slice(shownCount)) {
    const at = new Date(message.receivedAt);
    if (at - lastAt > TimestampGapMs) {
      chat.append(h('time', '', formatTime(at)));
    }
    lastAt = at;
    chat.append(row(message));
  }
  shownCount = messages.length;
}

function isAtEnd() {
  return window.innerHeight + window.scrollY >= document.body.scrollHeight - 80;
}

async function poll() {
  const response = await fetch('/simulator/messages', { cache: 'no-store', headers: { 'If-None-Match': etag } });
  if (response.status !== 200) {
    return;
  }
  const messages = await response.json();
  const newEtag = response.headers.get('ETag');
  const wasAtEnd = isAtEnd();
  // The ETag is "<times cleared>-<message count>"
  if (newEtag.split('-')[0] !== etag.split('-')[0]) {
    reset();
  }
  etag = newEtag;
  count.textContent = messages.length ? `(${messages.length})` : '';
  if (messages.length) {
    show(messages);
  }
  if (wasAtEnd) {
    window.scrollTo(0, document.body.scrollHeight);
  }
}

async function loop() {
  try {
    await poll();
  } catch {
    // The simulator is unreachable: keep the chat and try again
  }
  setTimeout(loop, PollIntervalMs);
}

loop();
