import { formatSize } from './bytes.js';
import { h } from './dom.js';
import { text } from './json.js';
import { say } from './say.js';

const MaxSeconds = 60;

const FileKinds = [
  ['word', 'W', /\.(docx?|wps|rtf)$/i],
  ['excel', 'X', /\.(xlsx?|csv|et)$/i],
  ['slides', 'P', /\.(pptx?|dps)$/i],
  ['pdf', 'PDF', /\.pdf$/i],
  ['archive', 'ZIP', /\.(zip|rar|7z|t?gz|tar)$/i],
  ['picture-file', 'IMG', /\.(png|jpe?g|gif|bmp|webp|svg)$/i],
  ['text-file', 'TXT', /\.(txt|log|md|json|xml|ya?ml)$/i],
];

/** A file; one that was refused may have no upload, so its id stands for its name. */
export function file(payload, { media }) {
  const name = media?.displayName ?? text(payload.media_id) ?? say('chat.type.file');
  return h('div', 'bubble file-bubble',
    h('div', 'file-text', h('bdi', 'file-name', name), media && h('div', 'file-size', formatSize(media.size))),
    fileIcon(name));
}

export function voice(payload, { media }) {
  const seconds = Math.min(MaxSeconds, Math.max(1, Math.round(media?.seconds ?? 0)));
  const bubble = h('div', 'bubble voice-bubble',
    h('span', 'waves', h('i', ''), h('i', ''), h('i', '')), media ? `${seconds}″` : text(payload.media_id) ?? say('chat.type.voice'));
  bubble.style.minWidth = `${64 + seconds * 3}px`;
  return bubble;
}

function fileIcon(name) {
  const [kind, letters] = FileKinds.find(([, , pattern]) => pattern.test(name)) ?? ['unknown', '?'];
  const icon = h('span', `file-icon ${kind}`, letters);
  icon.ariaHidden = 'true';
  return icon;
}
