/** What the browser keeps for all pages of the simulator. */
export const browserStorage = storage('localStorage');

/** What it keeps for this tab, until that is closed. */
export const tabStorage = storage('sessionStorage');

// Where storage is blocked, even its name throws: then nothing is kept, and the page works all the same
function storage(name) {
  return {
    read(key) {
      try {
        return window[name].getItem(key);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        window[name].setItem(key, value);
      } catch {
        // Not kept
      }
    },
  };
}
