import { h } from './dom.js';
import { say } from './say.js';
import { browserStorage } from './storage.js';

// How the page is shown: kept in the browser, and set on <html> for the style sheets
const Choices = {
  theme: ['auto', 'light', 'dark'],
  client: ['new', 'old', 'wechat'],
};

for (const [name, values] of Object.entries(Choices)) {
  const kept = browserStorage.read(name);
  apply(name, values.includes(kept) ? kept : values[0]);
}

function apply(name, value) {
  document.documentElement.dataset[name] = value;
}

/** The menus for the theme and for the client that draws the messages. */
export function viewMenus() {
  return Object.keys(Choices).map(menu);
}

function menu(name) {
  const select = h('select', '', Choices[name].map(value => new Option(say(`view.${name}.${value}`), value)));
  select.id = `view-${name}`;
  select.ariaLabel = say(`view.${name}`);
  select.value = document.documentElement.dataset[name];
  select.addEventListener('change', () => {
    browserStorage.write(name, select.value);
    apply(name, select.value);
  });
  return select;
}
