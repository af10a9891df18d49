import { card } from './cards.js';
import { h } from './dom.js';
import { text } from './json.js';
import { file, voice } from './media.js';
import { news } from './news.js';
import { drawNodes } from './nodes.js';
import { plain } from './plain.js';
import { say } from './say.js';

const Renderers = { text: textBubble, markdown, markdown_v2: markdown, image, news, file, voice, template_card: card };

/** A message as WeCom draws it. What cannot be drawn is shown as its JSON, or as it was received. */
export function bubble(entry) {
  try {
    return Renderers[entry.type](entry.payload, entry);
  } catch {
    return raw(entry);
  }
}

/** The source of Markdown: all that an old client shows of markdown_v2. */
export function sourceBubble(entry) {
  return typeof entry.payload?.content === 'string' ? textElement(entry.payload.content) : raw(entry);
}

function raw({ type, payload, excerpt }) {
  const body = payload ? JSON.stringify(payload, null, 2) : excerpt;
  if (!body) {
    return h('div', 'bubble nothing', say(type === 'upload' ? 'chat.uploadBody' : 'chat.noBody'));
  }
  const element = h('pre', 'bubble raw', body);
  element.tabIndex = 0;
  return element;
}

function textElement(...children) {
  const element = h('div', 'bubble text', ...children);
  element.dir = 'auto';
  return element;
}

function textBubble(payload) {
  const mentions = [payload.mentioned_list, payload.mentioned_mobile_list].flatMap(names => Array.isArray(names) ? names.filter(text) : []);
  return textElement(plain(payload.content, [...new Set(mentions)]));
}

function markdown(_, { nodes }) {
  const element = h('div', 'bubble markdown-body', drawNodes(nodes));
  element.dir = 'auto';
  return element;
}

function image(_, { image }) {
  if (!image) {
    return h('div', 'bubble nothing', say('chat.imageUnreadable'));
  }
  const photo = h('img', 'photo');
  photo.alt = say('chat.type.image');
  photo.loading = 'lazy';
  photo.src = image;
  return photo;
}
