import { formatSize } from './bytes.js';
import { codeBlock } from './details.js';
import { h } from './dom.js';
import { say } from './say.js';
import { webhookList } from './webhooks.js';

/** What came in and what went out: the request, the key if it is unknown, the file of an upload, and the response. */
export function exchange({ request, response, unknownKey, upload }) {
  return [
    codeBlock(say('chat.request'), request),
    unknownKey !== null && unknown(unknownKey),
    upload && file(upload),
    response === null ? h('p', 'no-response', say('chat.noResponse')) : codeBlock(say('chat.response'), response),
  ].filter(part => part);
}

function unknown(key) {
  return h('section', 'unknown-key',
    h('p', '', key ? say('chat.keyIsUnknown', key) : say('chat.keyIsMissing')), h('p', 'note', say('chat.knownWebhooks')), webhookList());
}

function file({ type, name, size, mediaId }) {
  const rows = [
    [say('chat.uploadType'), type],
    [say('chat.uploadName'), name],
    [say('chat.uploadSize'), size === null ? null : formatSize(size)],
    ['media_id', mediaId],
  ];
  return h('section', '', h('h3', '', say('chat.upload')),
    h('dl', 'upload', rows.map(([term, value]) => [h('dt', '', term), h('dd', '', h('bdi', '', value || say('chat.none')))])));
}
