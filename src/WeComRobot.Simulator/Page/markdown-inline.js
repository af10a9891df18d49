import { h, link, picture } from './dom.js';
import { mention } from './text.js';

const Code = { pattern: /`([^`\n]+)`/, draw: match => h('code', '', match[1]) };
const Bold = { pattern: /\*\*(?=\S)(.+?)\*\*/s, draw: (match, inner) => h('strong', '', inner(match[1])) };
const Link = { pattern: /\[([^\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/, draw: (match, inner) => link(match[2], '', inner(match[1])) };
const Font = {
  pattern: /<font color=["']?(info|comment|warning)["']?>(.*?)<\/font>/s,
  draw: (match, inner) => h('span', `font-${match[1]}`, inner(match[2])),
};
const Mention = { pattern: /<@([^<>\s]+)>/, draw: match => mention(match[1]) };
const Italic = { pattern: /\*(?=[^\s*])([^*\n]+)\*/, draw: (match, inner) => h('em', '', inner(match[1])) };
const Image = { pattern: /!\[([^\]\n]*)\]\((\S+?)\)/, draw: match => picture(match[2], 'inline-picture', match[1]) };

/** The marks of the two Markdown types. The first in the list wins when two begin at the same position. */
export const V1 = [Code, Font, Mention, Bold, Link];
export const V2 = [Code, Image, Bold, Italic, Link];

/** Renders a text with its marks as nodes. */
export function inline(source, marks) {
  const nodes = [];
  for (let rest = source; rest !== '';) {
    const first = earliest(rest, marks);
    if (!first) {
      nodes.push(rest);
      break;
    }
    const { match, mark } = first;
    nodes.push(rest.slice(0, match.index), mark.draw(match, inner => inline(inner, marks)));
    rest = rest.slice(match.index + match[0].length);
  }
  return nodes;
}

function earliest(source, marks) {
  return marks
    .map(mark => ({ mark, match: mark.pattern.exec(source) }))
    .filter(({ match }) => match)
    .reduce((best, next) => best && best.match.index <= next.match.index ? best : next, null);
}
