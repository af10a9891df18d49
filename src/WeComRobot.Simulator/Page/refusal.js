import { h } from './dom.js';
import { say } from './say.js';

/** Why the service refused a message: its answer, the rule, the field and the remedy. */
export function refusalNote(refusal) {
  return h('div', 'refusal',
    h('p', 'verdict', h('strong', '', `errcode ${refusal.errcode}`), ' ', h('code', '', refusal.errmsg)),
    refusal.rule && h('p', 'rule', refusal.rule),
    refusal.field && labelled('field', say('chat.field'), h('code', '', refusal.field)),
    refusal.remedy && labelled('remedy', say('chat.remedy'), refusal.remedy));
}

/** That a message was posted to a path that the service does not have. */
export function pathNote(path) {
  return h('div', 'refusal',
    h('p', 'verdict', h('strong', '', 'HTTP 404'), ' ', h('code', '', path)),
    h('p', 'rule', say('chat.unknownPath')));
}

function labelled(name, label, content) {
  return h('p', name, h('span', 'label', label), content);
}

/** What a scripted fault did to the answer; the message itself may have been accepted. */
export function faultNote({ outcome, responseReplaced, fault }) {
  const key = outcome === 'fault' ? 'chat.faultAnswered' : responseReplaced ? 'chat.faultReplaced' : 'chat.faultBeside';
  return h('div', 'fault', say(key, fault));
}
