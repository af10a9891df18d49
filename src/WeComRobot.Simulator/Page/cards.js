import { around, h, textIn } from './dom.js';
import { list, object, text } from './json.js';
import { picture } from './pictures.js';
import { clickTarget, fieldTarget, openByClick, opensMiniProgram } from './targets.js';

const SourceColors = [0, 1, 2, 3];

// "宽高比要小于2.25，大于1.3，不填该参数默认1.3"
const MinRatio = 1.3;
const MaxRatio = 2.25;

/** Renders both types of template card. Elements that a card does not have, or that have nothing in them, are left out. */
export function card(fields) {
  const isNews = fields.card_type === 'news_notice';
  const body = h('div', 'card-body',
    source(object(fields.source)),
    isNews ? image(object(fields.card_image)) : null,
    heading(object(fields.main_title)),
    isNews ? imageText(object(fields.image_text_area)) : emphasis(object(fields.emphasis_content)),
    quote(object(fields.quote_area)),
    isNews ? list(fields.vertical_content_list).map(section) : textIn('p', 'card-sub', fields.sub_title_text),
    rows(list(fields.horizontal_content_list)));
  openByClick(body, object(fields.card_action) ?? {});
  return h('div', 'bubble card', body, list(fields.jump_list).map(jump));
}

function source(element) {
  const color = SourceColors.includes(element?.desc_color) ? element.desc_color : 0;
  return element && around('div', `card-source color${color}`,
    text(element.icon_url) && picture(element.icon_url, 'source-icon'), textIn('bdi', '', element.desc));
}

function heading(element) {
  return element && around('div', 'card-main', textIn('div', 'card-title', element.title), textIn('div', 'card-desc', element.desc));
}

function emphasis(element) {
  return element && around('div', 'card-emphasis', textIn('div', 'number', element.title), textIn('div', 'meaning', element.desc));
}

function image(element) {
  const frame = picture(element?.url, 'card-image');
  const ratio = Number(element?.aspect_ratio ?? MinRatio);
  frame.style.aspectRatio = Math.min(MaxRatio, Math.max(MinRatio, ratio)) || MinRatio;
  return frame;
}

function imageText(element) {
  return element && clickTarget(element, 'card-image-text',
    picture(element.image_url, 'side'),
    around('div', 'side-text', textIn('div', 'side-title', element.title), textIn('div', 'side-desc', element.desc))
      ?? textIn('div', 'side-text', element.url));
}

function quote(element) {
  return element && clickTarget(element, 'card-quote',
    textIn('div', 'quote-title', element.title), textIn('div', 'quote-text', element.quote_text));
}

function section(element) {
  return around('div', 'card-section', textIn('div', 'section-title', element.title), textIn('div', 'section-desc', element.desc));
}

function rows(fields) {
  return around('dl', 'card-rows', fields.map(field => h('div', '',
    h('dt', '', textIn('bdi', '', field.keyname)),
    h('dd', '', fieldTarget(field, textIn('bdi', '', field.value))))));
}

function jump(element) {
  return clickTarget(element, `card-jump ${element.type ? '' : 'plain'}`,
    opensMiniProgram(element) ? h('span', 'mini', '') : null, textIn('span', 'jump-title', element.title));
}
