import { h, textIn } from './dom.js';
import { list, object, text } from './json.js';
import { picture } from './pictures.js';
import { say } from './say.js';
import { link } from './web.js';

const Url = 1;
const MiniProgram = 2;
const File = 2;
const Member = 3;
const SourceColors = [0, 1, 2, 3];

// "宽高比要小于2.25，大于1.3，不填该参数默认1.3"
const MinRatio = 1.3;
const MaxRatio = 2.25;

/** Renders both types of template card. Elements that a card does not have are left out. */
export function card(fields) {
  const isNews = fields.card_type === 'news_notice';
  return h('div', 'bubble card',
    h('div', 'card-body',
      source(object(fields.source)),
      isNews ? image(object(fields.card_image)) : null,
      heading(object(fields.main_title)),
      isNews ? imageText(object(fields.image_text_area)) : emphasis(object(fields.emphasis_content)),
      quote(object(fields.quote_area)),
      isNews ? list(fields.vertical_content_list).map(section) : textIn('p', 'card-sub', fields.sub_title_text),
      rows(list(fields.horizontal_content_list)),
      cardAction(object(fields.card_action))),
    jumps(list(fields.jump_list)));
}

// A browser can't open a mini program, so only URLs become links; the others say what they would open
function clickTarget(element, className, ...children) {
  const target = link(element.type === Url ? element.url : null, className, ...children);
  if (element.type === MiniProgram) {
    target.title = say('chat.miniProgram', [element.appid, element.pagepath].filter(text).join(' '));
  }
  return target;
}

// It covers the body of the card, and has no text of its own
function cardAction(element) {
  const target = element && clickTarget(element, 'card-action');
  if (target?.href) {
    target.ariaLabel = say('chat.openCard', target.href);
  }
  return target;
}

function source(element) {
  const color = SourceColors.includes(element?.desc_color) ? element.desc_color : 0;
  return element && (text(element.desc) || text(element.icon_url)) && h('div', `card-source color${color}`,
    text(element.icon_url) && picture(element.icon_url, 'source-icon'), textIn('bdi', '', element.desc));
}

function heading(element) {
  return element && h('div', 'card-main', textIn('div', 'card-title', element.title), textIn('div', 'card-desc', element.desc));
}

function emphasis(element) {
  return element && h('div', 'card-emphasis', textIn('div', 'number', element.title), textIn('div', 'meaning', element.desc));
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
    h('div', 'side-text', textIn('div', 'side-title', element.title), textIn('div', 'side-desc', element.desc)));
}

function quote(element) {
  return element && clickTarget(element, 'card-quote',
    textIn('div', 'quote-title', element.title), textIn('div', 'quote-text', element.quote_text));
}

function section(element) {
  return h('div', 'card-section', textIn('div', 'section-title', element.title), textIn('div', 'section-desc', element.desc));
}

function rows(fields) {
  return fields.length === 0 ? null : h('dl', 'card-rows', fields.map(field => h('div', '',
    h('dt', '', textIn('bdi', '', field.keyname)),
    h('dd', '', value(field)))));
}

function value(field) {
  const content = textIn('bdi', '', field.value) ?? '';
  return field.type === Url ? link(field.url, 'blue', content)
    : field.type === File || field.type === Member ? h('span', 'blue', content)
    : content;
}

function jumps(elements) {
  return elements.map(element => clickTarget(element, `card-jump ${element.type ? '' : 'plain'}`,
    element.type === MiniProgram ? h('span', 'mini', '') : null, textIn('span', 'jump-title', element.title)));
}
