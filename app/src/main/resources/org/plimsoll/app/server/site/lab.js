// The Lab while levers move. The address and the form hold the state; this reads the form, writes
// the address, asks, and has the answer patched in. Moving asks for what changes while dragging;
// once the levers rest, for all.

import { latest } from './latest.js';
import { patch } from './patch.js';
import { read, tie } from './levers.js';
import { list, move, push, settle } from './steps.js';
import { idle } from './stream.js';
import { offer, pictures } from './picture.js';
import { text } from './text.js';
import { hint } from './hints.js';
import { sortable } from './table.js';
import './theme.js';
import './keys.js';
import './share.js';

const RESTS = 120;
const LATE = 250;
const AGAIN = 1000;
const ONE_STEP = 600;

/** @typedef {{state: string, part: 'fast'|'all', was?: string, anew?: boolean}} Question */

const lab = document.querySelector('.lab');
const form = document.getElementById('levers');
const trouble = document.getElementById('trouble');
const wide = matchMedia('(max-width: 30rem)').matches ? '&wide=360' : '';

/** The state that is in the address, and the one that the step in hand began with. */
let now = location.search.slice(1) || form.dataset.state;
let was = '';
/** The control that the step in hand moves. */
let inHand = null;
let resting = 0;
let ending = 0;
let late = 0;

const rest = idle(wide);
const questions = latest(fetchPart, show, fail);
/** @param {Question} question */
async function fetchPart({ state, part, was: from }, signal) {
  const before = from ? `&was=${encodeURIComponent(from)}` : '';
  const answer = await fetch(`/lab/part?${state}&part=${part}${before}${wide}`, { signal });
  if (answer.ok) return answer.text();
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail ?? `HTTP ${answer.status}`);
}

/** @param {Question} question */
function ask(question, urgent = false) {
  rest.end();
  clearTimeout(late);
  late = setTimeout(() => lab.classList.add('late'), LATE);
  questions.ask(question, urgent);
}

function show(html, { state, part, anew }) {
  const isNewest = state === now;
  patch(html, { all: anew, except: isNewest ? '' : form.id });
  trouble.hidden = true;
  if (isNewest) {
    clearTimeout(late);
    lab.classList.remove('late');
  }
  lab.dataset.shown = state;
  if (part === 'fast') return;
  tie(form);
  sortable(lab);
  offer();
  if (isNewest) {
    now = form.dataset.state;
    settle(now, document.getElementById('step').textContent);
    lab.dataset.settled = now;
    rest.wait(now);
  }
}

function fail(problem, question) {
  trouble.textContent = trouble.dataset.words.replace('{0}', problem.message);
  trouble.hidden = false;
  lab.classList.add('late');
  setTimeout(() => {
    if (question.state === now) ask({ ...question, part: 'all' });
  }, AGAIN);
}

function begin(state) {
  was = now;
  now = state;
  push(state);
}

tie(form); // first, so that a number has been moved by its slider when the form is read
form.addEventListener('input', ({ target }) => {
  const state = read(form);
  if (state === now || target.closest('.another')) return;
  clearTimeout(ending);
  if (inHand === target) {
    now = state;
    move(state);
  } else {
    begin(state);
    inHand = target;
  }
  ask({ state, part: 'fast' });
  clearTimeout(resting);
  resting = setTimeout(() => ask({ state, part: 'all', was }), RESTS);
});

// Keys that are pressed one after another are one step.
form.addEventListener('change', ({ target }) => {
  clearTimeout(ending);
  ending = setTimeout(() => (inHand = null), target.type === 'range' ? ONE_STEP : 0);
});

/** Goes to a state that the form does not have yet. */
function go(state) {
  if (state === now) return;
  clearTimeout(resting);
  inHand = null;
  begin(state);
  ask({ state, part: 'all', was, anew: true }, true);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(read(form, event.submitter));
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('a.state');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(new URL(link.href).search.slice(1));
});
addEventListener('popstate', () => {
  clearTimeout(resting);
  inHand = null;
  now = location.search.slice(1) || form.dataset.state;
  ask({ state: now, part: 'all', anew: true }, true);
});

text(go);
pictures(document.body);
offer();
hint(lab);
sortable(lab);
list();
if (wide) ask({ state: now, part: 'all' });
else rest.wait(now);
