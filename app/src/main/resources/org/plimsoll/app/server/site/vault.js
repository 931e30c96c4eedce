// The page of the vault: asks with the token for what its holder sees, and sends events. Nothing of
// the vault is kept here; after each event the page is asked for anew.

import { ask, keep, save, token } from './token.js';
import { patch } from './patch.js';
import { sortable } from './table.js';
import { filled } from './words.js';
import './theme.js';

/** Problems of a token that opens nothing here. */
const OF_TOKEN = ['no-token', 'wrong-role'];
const ID_BYTES = 8;

const signIn = document.getElementById('sign-in');
const trouble = document.getElementById('trouble');

/** What is shown, as the form of the choice has it. */
let choice = '';
/** How often was asked: only the newest answer is shown. */
let asked = 0;

async function show(path = 'part', query = choice) {
  const mine = ++asked;
  const answer = await ask(`/vault/${path}?${query}`);
  const html = await answer.text();
  if (mine !== asked) return;
  patch(html, {});
  signIn.hidden = true;
  trouble.hidden = true;
  document.querySelectorAll('form.event').forEach(fillId);
  sortable(document.body);
}

/** Says what went wrong; a token that opens nothing is forgotten. */
function fail(problem) {
  trouble.textContent = problem.message;
  trouble.hidden = false;
  if (OF_TOKEN.includes(problem.kind)) {
    keep('');
    signIn.hidden = false;
  }
}

/** An id of one's own, so that sending an event again changes nothing. */
function fillId(form) {
  const field = form.elements.id;
  if (field.value) return;
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  field.value = 'web-' + [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Books one event; whatever is wrong is said beside its form, which stays filled. */
async function book(form) {
  const { id, ...said } = Object.fromEntries(new FormData(form));
  const given = Object.entries(said).filter(([, value]) => value !== '');
  const outcome = form.querySelector('.outcome');
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const answer = await ask(`/api/v1/vault/events/${encodeURIComponent(id)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...Object.fromEntries(given), verb: form.dataset.verb }),
    });
    const { status } = await answer.json();
    form.reset();
    await show();
    outcome.textContent = `${id}: ${status}`;
  } catch (problem) {
    outcome.textContent = problem.kind
      ? `${problem.kind}: ${problem.message}`
      : filled(trouble.dataset.words, problem.message);
  } finally {
    button.disabled = false;
  }
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  if (form === signIn) {
    keep(form.elements.token.value.trim());
    form.reset();
    show().catch(fail);
  } else if (form.id === 'choice') {
    choice = new URLSearchParams(
      [...new FormData(form)].filter(([, value]) => value !== ''),
    ).toString();
    show().catch(fail);
  } else {
    book(form);
  }
});

document.addEventListener('click', ({ target }) => {
  if (target.matches('.file')) {
    const { address, name, type } = target.dataset;
    save(address, name, type).catch(fail);
  }
  if (target.id === 'look') show().catch(fail);
  if (target.id === 'verify') show('proof', '').catch(fail);
  if (target.id === 'forget') {
    keep('');
    location.reload();
  }
});

if (signIn) {
  signIn.hidden = false;
  if (token()) show().catch(fail);
}
