import { Meter } from './meter.js';
import { say } from './say.js';

const IntervalMs = 1000;
const Full = 45009;
const Delay = /\bdelay \d+ ms/;

const minutes = document.getElementById('minutes');
const list = document.getElementById('meters');
const meters = new Map();
let clockOffset = 0;
let timer = 0;

/** Begins with the minutes of all robots, by the simulator's clock. Only robots that sent something have a meter. */
export function startMeters({ now, robots }) {
  clockOffset = Date.parse(now) - Date.now();
  clearMeters();
  for (const { number, window } of robots) {
    if (window.used > 0) {
      find(number).window = window;
    }
  }
  drawSoon();
}

export function clearMeters() {
  meters.clear();
  list.replaceChildren();
  minutes.hidden = true;
}

/** Shows what a message did to its robot's minute. */
export function measure(entry) {
  if (!entry.window) {
    return;
  }
  const meter = find(entry.robot);
  meter.window = entry.window;
  const delay = Delay.exec(entry.fault ?? '');
  if (entry.refusal?.errcode === Full) {
    meter.mark(entry, say('chat.met45009'));
  } else if (delay) {
    meter.mark(entry, delay[0]);
  }
  drawSoon();
}

function find(number) {
  if (!meters.has(number)) {
    const meter = new Meter(number);
    meters.set(number, meter);
    list.append(meter.element);
    minutes.hidden = false;
  }
  return meters.get(number);
}

// At most one drawing a second, and none while all minutes are empty
function drawSoon() {
  timer ||= setTimeout(draw, 0);
}

function draw() {
  const now = Date.now() + clockOffset;
  const changing = [...meters.values()].filter(meter => meter.draw(now));
  timer = changing.length > 0 ? setTimeout(draw, IntervalMs) : 0;
}
