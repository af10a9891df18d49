import { announce } from './announce.js';
import { isUndelivered } from './outcome.js';
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
  announce(waiting.length > 1 ? sumUp() : describe(waiting[0]));
  waiting.length = 0;
  timer = 0;
}

function sumUp() {
  const undelivered = waiting.filter(isUndelivered).length;
  return undelivered > 0 ? say('chat.newUndelivered', waiting.length, undelivered) : say('chat.newMessages', waiting.length);
}

function describe({ robot, type, outcome, refusal, unknownPath, fault }) {
  const failure = outcome === 'fault' ? say('chat.faultedWith', fault)
    : unknownPath ? 'HTTP 404'
    : refusal && say('chat.refusedWith', refusal.errcode);
  return [robotName(robot), typeName(type), failure].filter(Boolean).join(' ');
}
