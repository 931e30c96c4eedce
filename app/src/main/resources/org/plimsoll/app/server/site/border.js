// The customs desk: entries are sent in pieces and assessed, and their sums are shown as they
// grow. The address says what is in hand, so a page that is loaded again goes on.

import { patch } from './patch.js';
import { sortable } from './table.js';
import { ask, keep, save, token as kept } from './token.js';
import { begin, find, idOf, isPassing, send } from './upload.js';
import { filled } from './words.js';

const ASSESSMENTS = '/api/v1/assessments';
const LOOK_AGAIN_MS = 600;
const LINE_OF_ENTRY = /^.+\/\d+$/;

const desk = document.getElementById('desk');
const progress = document.getElementById('progress');
const place = document.getElementById('said-here');
const { token, schedule, file } = desk.elements;

/** What is in hand: an upload or an assessment. */
function inHand(word) {
  return new URLSearchParams(location.search).get(word) ?? '';
}

function put(word, id) {
  const query = new URLSearchParams({ schedule: schedule.value, [word]: id });
  if (inHand('lang')) query.set('lang', inHand('lang'));
  history.replaceState(null, '', `/border?${query}`);
}

const say = (words) => (place.textContent = words);

/** Does it, and says what goes wrong. */
async function tried(work) {
  try {
    await work();
  } catch (problem) {
    say(problem.message);
  }
}

function percent(offset, bytes) {
  return `${bytes === 0 ? 100 : Math.floor((100 * offset) / bytes)}%`;
}

async function assess() {
  keep(token.value.trim());
  const [chosen] = file.files;
  if (!chosen) {
    say(place.dataset.choose);
    return;
  }
  const upload = await begin(chosen, inHand('upload'));
  put('upload', idOf(upload.upload));
  progress.hidden = false;
  await send(chosen, upload, (offset, isAway) => {
    progress.value = chosen.size === 0 ? 1 : offset / chosen.size;
    const { away, sent } = place.dataset;
    say(isAway ? away : filled(sent, percent(offset, chosen.size), chosen.name));
  });
  const query = new URLSearchParams({ entries: idOf(upload.upload), schedule: schedule.value });
  const ordered = await (await ask(`${ASSESSMENTS}?${query}`, { method: 'POST' })).json();
  put('assessment', idOf(ordered.result));
  patch('<div id="result"></div>', {});
  await show(inHand('assessment'));
}

/** Shows an assessment as it goes, until it is over or another is in hand. */
async function show(id) {
  while (inHand('assessment') === id) {
    try {
      patch(await (await ask(`${ASSESSMENTS}/${id}/part.html`)).text(), {});
      say('');
    } catch (problem) {
      if (!isPassing(problem)) throw problem;
      say(place.dataset.away);
    }
    if (document.getElementById('result').dataset.state === 'over') break;
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
  sortable(document.body);
  for (const cell of document.querySelectorAll('#result tbody tr > :first-child')) lead(cell);
}

/** An entry of a table leads to its steps. */
function lead(cell) {
  const name = cell.textContent.trim();
  if (!LINE_OF_ENTRY.test(name)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.dataset.entry = name;
  button.textContent = name;
  cell.replaceChildren(button);
}

async function explain(name) {
  const at = name.search(/\/\d+$/);
  const entry = encodeURIComponent(at < 0 ? name : name.slice(0, at));
  const line = at < 0 ? '' : `?line=${name.slice(at + 1)}`;
  const base = document.getElementById('explain').dataset.at;
  patch(await (await ask(`${base}${entry}/part.html${line}`)).text(), {});
  sortable(document.body);
  document.getElementById('line').focus();
}

async function remove(address) {
  await ask(address, { method: 'DELETE' });
  history.replaceState(null, '', '/border');
  patch('<div id="result"></div>', {});
  say(place.dataset.deleted);
}

desk.hidden = false;
token.value = kept();
desk.addEventListener('submit', (event) => {
  event.preventDefault();
  tried(assess);
});

const drop = document.getElementById('drop');
drop.addEventListener('dragover', (event) => event.preventDefault());
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  file.files = event.dataTransfer.files;
  desk.requestSubmit();
});

document.addEventListener('submit', (event) => {
  if (event.target.id !== 'explain') return;
  event.preventDefault();
  tried(() => explain(event.target.elements.entry.value.trim()));
});
document.addEventListener('click', (event) => {
  const { entry, remove: address } = event.target.dataset;
  const link = event.target.closest('#result a[download]');
  if (entry) tried(() => explain(entry));
  if (address) tried(() => remove(address));
  if (link) {
    event.preventDefault();
    tried(() => save(link.getAttribute('href'), link.download));
  }
});

if (kept() !== '' && inHand('assessment') !== '') tried(() => show(inHand('assessment')));
if (kept() !== '' && inHand('upload') !== '') {
  tried(async () => {
    const upload = await find(inHand('upload'));
    say(filled(place.dataset.there, percent(upload.offset, upload.bytes), upload.name));
  });
}
