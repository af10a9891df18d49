import { h } from './dom.js';
import { say } from './say.js';

/** What the group does not see of a request: why it was refused, what its sender should know, and what a fault did to it. */
export function notes(entry) {
  return [
    entry.refusal && refusalNote(entry.refusal),
    entry.unknownPath && pathNote(entry.unknownPath),
    entry.warning && h('div', 'doubt', entry.warning),
    entry.fault && faultNote(entry),
  ].filter(note => note);
}

/** Why the service refused a message: its answer, the rule, the field and the remedy. */
export function refusalNote(refusal) {
  return h('div', 'refusal',
    h('p', 'verdict', h('strong', '', `errcode ${refusal.errcode}`), ' ', h('code', '', refusal.errmsg)),
    refusal.rule && h('p', 'rule', refusal.rule),
    refusal.field && labelled('field', say('chat.field'), h('code', '', refusal.field)),
    refusal.remedy && labelled('remedy', say('chat.remedy'), refusal.remedy));
}

function labelled(name, label, content) {
  return h('p', name, h('span', 'label', label), content);
}

// A message was posted to a path that the service does not have
function pathNote(path) {
  return h('div', 'refusal',
    h('p', 'verdict', h('strong', '', 'HTTP 404'), ' ', h('code', '', path)),
    h('p', 'rule', say('chat.unknownPath')));
}

// The message itself may have been accepted
function faultNote({ outcome, responseReplaced, fault }) {
  const key = outcome === 'fault' ? 'chat.faultAnswered' : responseReplaced ? 'chat.faultReplaced' : 'chat.faultBeside';
  return h('div', 'fault', say(key, fault));
}
