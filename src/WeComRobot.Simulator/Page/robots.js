import { robotName } from './say.js';

const select = document.getElementById('robot');
let robots = [];

/** Offers the robots, if there are several. The stream of events begins with them, and the rest of it is not read. */
export function offerRobots() {
  return new Promise(resolve => {
    const stream = new EventSource('simulator/events');
    stream.addEventListener('hello', event => {
      stream.close();
      robots = JSON.parse(event.data).robots;
      select.replaceChildren(...robots.map(({ number }) => new Option(robotName(number), number)));
      select.hidden = robots.length < 2;
      resolve();
    });
  });
}

/** The robot that sends: its number and its webhook. */
export function chosenRobot() {
  return robots[select.selectedIndex];
}
