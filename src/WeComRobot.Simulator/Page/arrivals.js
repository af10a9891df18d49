import { announce } from './announce.js';
import { robotName, say, typeName } from './say.js';

const PauseMs = 1000;
const waiting = [];
let timer = 0;

/** Tells people who listen of new messages, in a few words and at most once a second. */
export function announceArrivals(entries) {
  if (entries.length > 0) {
    waiting.push(...entries);
    timer ||= setTimeout(tell, PauseMs);
  }
}

function tell() {
  announce(waiting.length > 1 ? say('chat.newMessages', waiting.length) : describe(waiting[0]));
  waiting.length = 0;
  timer = 0;
}

function describe({ robot, type, refusal }) {
  return [robotName(robot), typeName(type), refusal && say('chat.refusedWith', refusal.errcode)].filter(Boolean).join(' ');
}
