// The steps of a session in words. They are kept with the entries of the browser's history, so
// Back undoes a step and its words go with it.

/** @returns {{state: string, words: string}[]} from the first step to the one that is shown */
function steps() {
  return [...(history.state?.steps ?? [])];
}

/** A new step, which Back undoes. */
export function push(state) {
  history.pushState({ steps: [...steps(), { state, words: state }] }, '', `/lab?${state}`);
}

/** The same step, moved on. */
export function move(state) {
  history.replaceState(history.state, '', `/lab?${state}`);
}

/** The address as the server writes it, and its step in words; the words stay if there are none. */
export function settle(state, words) {
  const all = steps();
  const last = all.pop();
  if (last) all.push({ state, words: words || last.words });
  history.replaceState({ steps: all }, '', `/lab?${state}`);
  list();
}

/** Shows them, each a link to its state. */
export function list() {
  const all = document.getElementById('steps');
  all.hidden = steps().length === 0;
  all.querySelector('ol').replaceChildren(...steps().map(item));
}

function item({ state, words }) {
  const link = document.createElement('a');
  link.className = 'state';
  link.href = `/lab?${state}`;
  link.textContent = words;
  const all = document.createElement('li');
  all.append(link);
  return all;
}

/** Ctrl+Z and Ctrl+Shift+Z are Back and Forward, within the Lab. */
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  if (event.shiftKey) history.forward();
  else if (steps().length > 0) history.back();
});
