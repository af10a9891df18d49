import { h, text, textIn, list, link, picture } from './dom.js';
import { plain } from './text.js';
import { drawNodes } from './nodes.js';
import { card } from './cards.js';

const Renderers = { text: textBubble, markdown, markdown_v2: markdown, image, news, file, voice, template_card: card };

const FileKinds = [
  ['word', 'W', /\.(docx?|wps|rtf)$/i],
  ['excel', 'X', /\.(xlsx?|csv|et)$/i],
  ['slides', 'P', /\.(pptx?|dps)$/i],
  ['pdf', 'PDF', /\.pdf$/i],
  ['archive', 'ZIP', /\.(zip|rar|7z|t?gz|tar)$/i],
  ['picture-file', '图', /\.(png|jpe?g|gif|bmp|webp|svg)$/i],
  ['text-file', 'TXT', /\.(txt|log|md|json|xml|ya?ml)$/i],
];

/** Renders a message as WeCom does. */
export function bubble(message) {
  const payload = message.display ?? JSON.parse(message.body)[message.msgtype];
  return Renderers[message.msgtype](payload, message);
}

function textBubble(payload) {
  const mentions = [payload.mentioned_list, payload.mentioned_mobile_list].flatMap(names => names ?? []);
  return h('div', 'bubble', plain(payload.content, [...new Set(mentions)]));
}

function markdown(_, { nodes }) {
  return h('div', 'bubble markdown-body', drawNodes(nodes));
}

function image(payload) {
  const photo = h('img', 'photo');
  photo.alt = '[图片]';
  photo.src = `data:${payload.base64.startsWith('iVBOR') ? 'image/png' : 'image/jpeg'};base64,${payload.base64}`;
  return photo;
}

function news(payload) {
  const articles = list(payload.articles);
  return h('div', `bubble news ${articles.length === 1 ? 'single' : 'several'}`, articles.map(article));
}

// The first of several articles has its title on a banner; the others have a thumbnail beside their titles
function article(fields, index, all) {
  const title = h('span', 'title', fields.title);
  return index === 0 && all.length > 1
    ? link(fields.url, 'article first', picture(fields.picurl, 'banner'), title)
    : index === 0
      ? link(fields.url, 'article first', text(fields.picurl) && picture(fields.picurl, 'banner'), title,
        textIn('span', 'description', fields.description))
      : link(fields.url, 'article', title, text(fields.picurl) && picture(fields.picurl, 'thumbnail'));
}

function formatSize(bytes) {
  const units = [[1024 * 1024, 'MB'], [1024, 'KB']];
  const [unit, name] = units.find(([unit]) => bytes >= unit) ?? [1, 'B'];
  return `${Number((bytes / unit).toFixed(1))} ${name}`;
}

function fileIcon(name) {
  const [kind, letters] = FileKinds.find(([, , pattern]) => pattern.test(name)) ?? ['unknown', '?'];
  return h('span', `file-icon ${kind}`, letters);
}

function file(_, { media }) {
  return h('div', 'bubble file-bubble',
    h('div', 'file-text', h('div', 'file-name', media.displayName), h('div', 'file-size', formatSize(media.size))),
    fileIcon(media.displayName));
}

function voice(_, { media }) {
  const seconds = Math.max(1, Math.round(media.seconds ?? 0));
  const bubble = h('div', 'bubble voice-bubble', h('span', 'waves', h('i', ''), h('i', ''), h('i', '')), `${seconds}″`);
  bubble.style.width = `${64 + seconds * 3}px`;
  return bubble;
}
