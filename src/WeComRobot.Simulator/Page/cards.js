import { h, text, textIn, list, link, picture } from './dom.js';

const Url = 1;
const MiniProgram = 2;
const File = 2;
const Member = 3;

/** Both template cards; a part that a card does not have is not drawn. */
export function card(fields) {
  const isNews = fields.card_type === 'news_notice';
  return h('div', 'bubble card',
    h('div', 'card-body',
      source(fields.source),
      isNews ? null : main(fields.main_title),
      isNews ? image(fields.card_image) : null,
      isNews ? main(fields.main_title) : null,
      isNews ? null : emphasis(fields.emphasis_content),
      isNews ? imageText(fields.image_text_area) : null,
      quote(fields.quote_area),
      isNews ? list(fields.vertical_content_list).map(section) : textIn('p', 'card-sub', fields.sub_title_text),
      rows(list(fields.horizontal_content_list)),
      target(fields.card_action, 'card-action')),
    jumps(list(fields.jump_list)));
}

// A mini program can't be opened from here: it only looks like what it is
function target(part, className, ...children) {
  return link(part?.type === Url ? part.url : null, className, ...children);
}

function source(part) {
  return part && (text(part.desc) || text(part.icon_url)) && h('div', `card-source color${part.desc_color ?? 0}`,
    text(part.icon_url) && picture(part.icon_url, 'source-icon'), text(part.desc));
}

function main(part) {
  return part && h('div', 'card-main', textIn('div', 'card-title', part.title), textIn('div', 'card-desc', part.desc));
}

function emphasis(part) {
  return part && h('div', 'card-emphasis', textIn('div', 'number', part.title), textIn('div', 'meaning', part.desc));
}

function image(part) {
  const frame = picture(part.url, 'card-image');
  frame.style.aspectRatio = part.aspect_ratio ?? 1.3;
  return frame;
}

function imageText(part) {
  return part && target(part, 'card-image-text',
    picture(part.image_url, 'side'),
    h('div', '', textIn('div', 'side-title', part.title), textIn('div', 'side-desc', part.desc)));
}

function quote(part) {
  return part && target(part, 'card-quote', textIn('div', 'quote-title', part.title), textIn('div', 'quote-text', part.quote_text));
}

function section(part) {
  return h('div', 'card-section', h('div', 'section-title', part.title), textIn('div', 'section-desc', part.desc));
}

function rows(fields) {
  return fields.length === 0 ? null : h('dl', 'card-rows', fields.flatMap(field => [
    h('dt', '', field.keyname),
    h('dd', '', value(field)),
  ]));
}

function value(field) {
  const shown = text(field.value) ?? '';
  return field.type === Url ? link(field.url, 'blue', shown)
    : field.type === File || field.type === Member ? h('span', 'blue', shown)
    : shown;
}

function jumps(parts) {
  return parts.map(part => target(part, `card-jump ${part.type ? '' : 'plain'}`,
    part.type === MiniProgram ? h('span', 'mini', '') : null, h('span', 'jump-title', part.title)));
}
