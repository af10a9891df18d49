import { h } from './dom.js';
import { bubble, sourceBubble } from './bubbles.js';
import { notes } from './refusal.js';
import { robotName, say, typeName } from './say.js';
import { formatDateTime, formatTime } from './time.js';

const Hues = 4;
const AlikeEverywhere = ['text', 'upload', null];

/** A message in the chat: who sent it, what members see, and why they do not see it if it was refused. */
export function row(entry, ...actions) {
  const at = new Date(entry.at);
  const element = h('article', `message ${entry.outcome}`,
    avatar(entry.robot),
    h('div', 'content',
      sender(entry, at, actions),
      drawings(entry),
      notes(entry)));
  Object.assign(element.dataset, { id: entry.id, robot: entry.robot, outcome: entry.outcome, type: entry.type ?? '' });
  return element;
}

function avatar(robot) {
  const face = h('span', `avatar hue${(robot + Hues - 1) % Hues}`);
  face.ariaHidden = 'true';
  return face;
}

function sender(entry, at, actions) {
  const time = h('time', '', formatTime(at));
  time.dateTime = entry.at;
  time.title = formatDateTime(at);
  return h('div', 'sender',
    h('h3', '', robotName(entry.robot), ' ', h('span', 'bot', 'BOT')),
    h('span', 'type', typeName(entry.type)), time, ...actions, entry.retryOf && retryLink(entry.retryOf));
}

function retryLink(id) {
  const link = h('a', 'retry', say('chat.retryOf', `#${id}`));
  link.href = `#message-${id}`;
  return link;
}

// The drawings of all clients are there, so that another client is chosen without drawing thousands of messages anew.
// WeChat answers Markdown with words of its own; what it does with other types was not seen, and is remarked on by this page.
// What is no message looks alike everywhere.
function drawings(entry) {
  return AlikeEverywhere.includes(entry.type) ? shown('new old wechat', bubble(entry))
    : entry.type === 'markdown_v2' ? [shown('new', bubble(entry)), shown('old', sourceBubble(entry)), shown('wechat', unsupported())]
    : entry.type === 'markdown' ? [shown('new old', bubble(entry)), shown('wechat', unsupported())]
    : [shown('new old', bubble(entry)), shown('wechat', h('p', 'remark', say('chat.wechatOther')))];
}

function unsupported() {
  return h('div', 'bubble unsupported', say('chat.wechatMarkdown'));
}

function shown(clients, element) {
  const drawing = h('div', 'drawing', element);
  drawing.dataset.clients = clients;
  return drawing;
}
