import { h, link } from './dom.js';
import { say } from './say.js';

const Marks = /<@([^<>\s]+)>|(https?:\/\/[^\s<>"，。；、（）]+)/g;

export function mention(name) {
  return h('span', 'mention', h('bdi', '', `@${name === '@all' || name === 'all' ? say('chat.everybody') : name}`));
}

/** Renders the content of a text message with its links and mentions, followed by the members of its mention lists. */
export function plain(content, mentioned) {
  const nodes = [];
  let end = 0;
  for (const match of content.matchAll(Marks)) {
    nodes.push(content.slice(end, match.index), match[1] ? mention(match[1]) : link(match[2], '', match[2]));
    end = match.index + match[0].length;
  }
  nodes.push(content.slice(end));
  return [...nodes, ...mentioned.flatMap(name => [' ', mention(name)])];
}
