import { isUndelivered } from './outcome.js';
import { robotName } from './say.js';

const form = document.getElementById('filter');
const [robot, type, words, undelivered] = ['robot', 'type', 'words', 'undelivered'].map(name => document.getElementById(`filter-${name}`));
const searched = new WeakMap();

form.addEventListener('submit', event => event.preventDefault());

/** Calls back whenever something else is asked for. */
export function onFilter(change) {
  form.addEventListener('input', change);
}

/** Offers these robots to choose from. */
export function offerRobots(numbers) {
  const chosen = robot.value;
  robot.replaceChildren(robot.options[0], ...numbers.map(number => new Option(robotName(number), number)));
  robot.value = numbers.includes(Number(chosen)) ? chosen : '';
}

export function isFiltering() {
  return Boolean(robot.value || type.value || words.value.trim() || undelivered.checked);
}

export function resetFilter() {
  form.reset();
  form.dispatchEvent(new Event('input'));
}

export function matches(entry) {
  return (!robot.value || entry.robot === Number(robot.value))
    && (!type.value || (entry.type ?? 'other') === type.value)
    && (!undelivered.checked || isUndelivered(entry))
    && textOf(entry).includes(words.value.trim().toLowerCase());
}

// The texts of a message never change, so they are collected once, when somebody searches
function textOf(entry) {
  if (words.value.trim() === '') {
    return '';
  }
  if (!searched.has(entry)) {
    const { payload, excerpt, media, refusal, fault } = entry;
    searched.set(entry, [...strings(payload), excerpt, media?.displayName, refusal?.errcode, refusal?.errmsg, fault].join('\n').toLowerCase());
  }
  return searched.get(entry);
}

function strings(value) {
  return typeof value === 'string' ? [value]
    : value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings)
    : [];
}
