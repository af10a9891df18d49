import { Meter } from './meter.js';

const IntervalMs = 1000;
const Limits = [45009, 45033];

const minutes = document.getElementById('minutes');
const list = document.getElementById('meters');
const meters = new Map();
let robots = new Map();
let clockOffset = 0;
let timer = 0;

/** Measures the minutes of these robots by the simulator's clock. Only robots that sent something have a meter. */
export function startMeters(hello) {
  clockOffset = Date.parse(hello.now) - Date.now();
  robots = new Map(hello.robots.map(robot => [robot.number, robot]));
}

export function clearMeters() {
  meters.clear();
  list.replaceChildren();
  minutes.hidden = true;
}

/** Shows what a message did to its robot's minute. */
export function measure(entry) {
  if (!robots.has(entry.robot)) {
    return;
  }
  const meter = find(entry.robot);
  const wasLimited = meter.unmark(entry.retryOf, 'limited');
  if (entry.outcome === 'accepted') {
    meter.accept(entry);
  }
  if (Limits.includes(entry.errcode)) {
    meter.mark(entry, 'limited');
  } else if (entry.delayMs) {
    meter.mark(entry, 'delayed');
  } else if (wasLimited && entry.outcome === 'accepted') {
    meter.mark(entry, 'retried');
  }
  drawSoon();
}

function find(number) {
  if (!meters.has(number)) {
    const meter = new Meter(robots.get(number));
    meters.set(number, meter);
    list.insertBefore(meter.element, [...list.children].find(other => other.dataset.robot > number) ?? null);
    minutes.hidden = false;
  }
  return meters.get(number);
}

// Once for all messages of a frame; after that once a second, until all minutes are empty
function drawSoon() {
  clearTimeout(timer);
  timer = setTimeout(draw, 0);
}

function draw() {
  const now = Date.now() + clockOffset;
  const changing = [...meters.values()].filter(meter => meter.draw(now));
  timer = changing.length > 0 ? setTimeout(draw, IntervalMs) : 0;
}
