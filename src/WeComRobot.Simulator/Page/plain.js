import { h } from './dom.js';
import { say } from './say.js';
import { link } from './web.js';

// Chinese marks end an address wherever they are, because nobody writes them in one
const Marks = /<@([^<>\s]+)>|(https?:\/\/[^\s<>"[\p{P}--\p{ASCII}]]+)/gv;
const Brackets = { ')': '(', ']': '[', '}': '{' };

export function mention(name) {
  return h('span', 'mention', h('bdi', '', `@${name === '@all' || name === 'all' ? say('chat.everybody') : name}`));
}

/** Renders the content of a text message with its links and mentions, followed by the members of its mention lists. */
export function plain(content, mentioned) {
  const nodes = [];
  let end = 0;
  for (const match of content.matchAll(Marks)) {
    const [whole, name, written] = match;
    const address = written && withoutSentenceEnd(written);
    nodes.push(content.slice(end, match.index), name ? mention(name) : link(address, '', address));
    end = match.index + (address ?? whole).length;
  }
  nodes.push(content.slice(end));
  return [...nodes, ...mentioned.flatMap(name => [' ', mention(name)])];
}

// What ends the sentence, or the brackets around an address, is not part of it
function withoutSentenceEnd(address) {
  let end = address.length;
  while (/[.,:;!?']/.test(address[end - 1]) || isUnopened(address.slice(0, end))) {
    end--;
  }
  return address.slice(0, end);
}

function isUnopened(text) {
  const open = Brackets[text.at(-1)];
  return open !== undefined && text.split(open).length < text.split(text.at(-1)).length;
}
