import { object } from './json.js';

// Only the older Markdown has colours and mentions
const OnlyInMarkdown = /<font color=|<@[^<>\s]+>/;
const Formats = ['markdown_v2', 'markdown', 'text'];

/**
 * What is written in the editor: the body of a post, and the message that it is, if it is one. The text is the content of a message of the
 * chosen format; if none is chosen, what begins with a brace is a payload, and what is a JSON array is none.
 */
export function readDraft(text, format) {
  if (text.trim() === '') {
    return {};
  }
  if (format === 'auto') {
    const json = parse(text);
    if (Array.isArray(json)) {
      return { isArray: true };
    }
    if (text.trimStart().startsWith('{')) {
      return { message: object(json), body: text };
    }
  }
  const type = format === 'auto' ? guessType(text) : format;
  const message = { msgtype: type, [type]: { content: text.trimEnd() } };
  return { message, body: JSON.stringify(message) };
}

/** A message as it is best edited: as Markdown or plain text, without the escapes of JSON, if that makes the same message again. */
export function toDraft(message) {
  const format = message.msgtype;
  const text = Formats.includes(format) ? message[format]?.content : null;
  return typeof text === 'string' && JSON.stringify(readDraft(text, format).message) === JSON.stringify(message)
    ? { text, format }
    : { text: pretty(message), format: 'auto' };
}

/** The body of a post as it is best edited; what is no message stays as it is. */
export function bodyToDraft(body) {
  try {
    return toDraft(JSON.parse(body));
  } catch {
    return { text: body, format: 'auto' };
  }
}

export function pretty(message) {
  return JSON.stringify(message, null, 2);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function guessType(text) {
  return OnlyInMarkdown.test(text) ? 'markdown' : 'markdown_v2';
}
