import { h } from './dom.js';
import { picture } from './pictures.js';
import { mention } from './plain.js';
import { link } from './web.js';

const Tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'strong', 'em',
  'table', 'thead', 'tbody', 'tr', 'th', 'td', 'hr', 'br', 'span'];
const Classes = ['line', 'table', 'left', 'center', 'right', 'font-info', 'font-comment', 'font-warning'];
const SenderLevel = 3;
const MaxLevel = 6;

/** Draws Markdown, which the simulator has parsed, with these tags and classes and no others. */
export function drawNodes(nodes) {
  return nodes.map(node => typeof node === 'string' ? node : draw(node));
}

function draw({ tag, class: className, children = [], href, src, alt, start }) {
  if (tag === 'img') {
    return picture(src, 'inline-picture', alt);
  }
  if (tag === 'a') {
    return link(href, '', drawNodes(children));
  }
  if (className === 'mention') {
    return mention(children[0]);
  }
  const element = h(Tags.includes(tag) ? tag : 'span', Classes.includes(className) ? className : '', drawNodes(children));
  // The page's own headings end with the sender's name
  if (/^h[1-6]$/.test(tag)) {
    element.ariaLevel = Math.min(Number(tag[1]) + SenderLevel, MaxLevel);
  }
  if (tag === 'ol' && start !== undefined) {
    element.start = start;
  }
  // What is wider than its message scrolls, by the keyboard, too
  if (tag === 'pre' || className === 'table') {
    element.tabIndex = 0;
  }
  return element;
}
