const line = document.getElementById('notice');
let clearCount = 0;

/** Empties the line below the draft. Returns what writes in it, until it is emptied again: news of an earlier draft comes to nothing. */
export function clearNotice() {
  const before = ++clearCount;
  line.replaceChildren();
  return (outcome, ...contents) => {
    if (clearCount === before) {
      line.className = outcome;
      line.replaceChildren(...contents);
    }
  };
}
