import { h, text, textIn, list, link, picture } from './dom.js';

const Url = 1;
const MiniProgram = 2;
const File = 2;
const Member = 3;

/** Renders both types of template card. Elements that a card does not have are left out. */
export function card(fields) {
  const isNews = fields.card_type === 'news_notice';
  return h('div', 'bubble card',
    h('div', 'card-body',
      source(fields.source),
      isNews ? image(fields.card_image) : null,
      heading(fields.main_title),
      isNews ? imageText(fields.image_text_area) : emphasis(fields.emphasis_content),
      quote(fields.quote_area),
      isNews ? list(fields.vertical_content_list).map(section) : textIn('p', 'card-sub', fields.sub_title_text),
      rows(list(fields.horizontal_content_list)),
      clickTarget(fields.card_action, 'card-action')),
    jumps(list(fields.jump_list)));
}

// A browser can't open a mini program, so only URLs become links
function clickTarget(element, className, ...children) {
  return link(element?.type === Url ? element.url : null, className, ...children);
}

function source(element) {
  return element && (text(element.desc) || text(element.icon_url)) && h('div', `card-source color${element.desc_color ?? 0}`,
    text(element.icon_url) && picture(element.icon_url, 'source-icon'), text(element.desc));
}

function heading(element) {
  return element && h('div', 'card-main', textIn('div', 'card-title', element.title), textIn('div', 'card-desc', element.desc));
}

function emphasis(element) {
  return element && h('div', 'card-emphasis', textIn('div', 'number', element.title), textIn('div', 'meaning', element.desc));
}

function image(element) {
  const frame = picture(element.url, 'card-image');
  frame.style.aspectRatio = element.aspect_ratio ?? 1.3;
  return frame;
}

function imageText(element) {
  return element && clickTarget(element, 'card-image-text',
    picture(element.image_url, 'side'),
    h('div', '', textIn('div', 'side-title', element.title), textIn('div', 'side-desc', element.desc)));
}

function quote(element) {
  return element && clickTarget(element, 'card-quote',
    textIn('div', 'quote-title', element.title), textIn('div', 'quote-text', element.quote_text));
}

function section(element) {
  return h('div', 'card-section', h('div', 'section-title', element.title), textIn('div', 'section-desc', element.desc));
}

function rows(fields) {
  return fields.length === 0 ? null : h('dl', 'card-rows', fields.flatMap(field => [
    h('dt', '', field.keyname),
    h('dd', '', value(field)),
  ]));
}

function value(field) {
  const content = text(field.value) ?? '';
  return field.type === Url ? link(field.url, 'blue', content)
    : field.type === File || field.type === Member ? h('span', 'blue', content)
    : content;
}

function jumps(elements) {
  return elements.map(element => clickTarget(element, `card-jump ${element.type ? '' : 'plain'}`,
    element.type === MiniProgram ? h('span', 'mini', '') : null, h('span', 'jump-title', element.title)));
}
