import { h, textIn } from './dom.js';
import { list, text } from './json.js';
import { picture } from './pictures.js';
import { link } from './web.js';

/** One article as a card, or several as a list with a banner. */
export function news(payload) {
  const articles = list(payload.articles);
  if (articles.length === 0) {
    throw new TypeError('There is no article to draw.');
  }
  return h('div', `bubble news ${articles.length === 1 ? 'single' : 'several'}`, articles.map(article));
}

// The first of several articles has its title on a banner; the others have a thumbnail beside their titles
function article(fields, index, all) {
  const title = h('span', 'title', textIn('bdi', '', fields.title) ?? text(fields.url) ?? '—');
  return index === 0 && all.length > 1
    ? link(fields.url, 'article first', picture(fields.picurl, 'banner'), title)
    : index === 0
      ? link(fields.url, 'article first', text(fields.picurl) && picture(fields.picurl, 'banner'), title,
        textIn('span', 'description', fields.description))
      : link(fields.url, 'article', title, text(fields.picurl) && picture(fields.picurl, 'thumbnail'));
}
