import { texts } from './texts.js';

/** A text of the page in its language; {0}, {1}, … become the values. */
export function say(key, ...values) {
  return texts[key].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

export function robotName(number) {
  return number ? say('chat.robot', number) : say('chat.unknownRobot');
}

export function typeName(type) {
  return texts[`chat.type.${type}`] ?? say('chat.type.other');
}
