// The budget of the stockpile while it moves: the address holds it, and what it buys is patched in.

import { latest } from './latest.js';
import { patch } from './patch.js';
import { read, tie } from './levers.js';
import { sortable } from './table.js';
import './page.js';

const form = document.getElementById('levers');
const wide = matchMedia('(max-width: 30rem)').matches ? '&wide=360' : '';

async function fetchPart(state, signal) {
  const answer = await fetch(`/stockpile/part?${state}${wide}`, { signal });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer.text();
}

function show(html, state) {
  patch(html, {});
  sortable(document.body);
  form.dataset.shown = state;
}

function fail(problem) {
  form.dataset.failed = problem.message;
}

const questions = latest(fetchPart, show, fail);

tie(form);
form.addEventListener('input', () => {
  const state = read(form);
  history.replaceState(null, '', `/stockpile?${state}`);
  questions.ask(state);
});
if (wide) questions.ask(read(form));
