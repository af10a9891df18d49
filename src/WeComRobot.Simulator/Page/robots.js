import { robotName } from './say.js';

const select = document.getElementById('robot');
let robots = [];

/** Offers the robots, if there are several. */
export async function offerRobots() {
  const response = await fetch('simulator/robots', { cache: 'no-store' });
  robots = await response.json();
  select.replaceChildren(...robots.map(({ number }) => new Option(robotName(number), number)));
  select.hidden = robots.length < 2;
}

/** The robot that sends: its number and its webhook. */
export function chosenRobot() {
  return robots[select.selectedIndex];
}
