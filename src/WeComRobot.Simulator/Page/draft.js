import { findMistake } from './json-mistake.js';

// Only the older Markdown has colours and mentions
const OnlyInMarkdown = /<font color=|<@[^<>\s]+>/;
const Formats = ['markdown_v2', 'markdown', 'text'];

/**
 * What is written in the editor, as the body of a post. What begins with a brace is a payload; any other text is the content of a message
 * of the chosen format.
 */
export function readDraft(text, format) {
  if (text.trim() === '') {
    return {};
  }
  if (!isPayload(text)) {
    const type = format === 'auto' ? guessType(text) : format;
    const message = { msgtype: type, [type]: { content: text } };
    return { message, body: JSON.stringify(message) };
  }
  try {
    return { message: JSON.parse(text), body: text };
  } catch {
    return { mistake: findMistake(text) };
  }
}

/** A message as it is best edited: Markdown and plain text without the escapes of JSON, anything else as a payload. */
export function toDraft(message) {
  const type = message.msgtype;
  const { content, ...others } = (Formats.includes(type) && message[type]) || {};
  return typeof content === 'string' && content.trim() !== '' && !isPayload(content) && Object.keys(others).length === 0
    ? { text: content, format: type }
    : { text: pretty(message), format: 'auto' };
}

export function pretty(message) {
  return JSON.stringify(message, null, 2);
}

function isPayload(text) {
  return text.trimStart().startsWith('{');
}

function guessType(text) {
  return OnlyInMarkdown.test(text) ? 'markdown' : 'markdown_v2';
}
