// The customs desk: entries are sent in pieces and assessed, or screened for what to look at first,
// and what comes of it is shown as it grows. The address says what is in hand: a page that is loaded
// again goes on.

import { explain, leadToSteps } from './entry.js';
import { patch } from './patch.js';
import { sortable } from './table.js';
import { ask, keep, save, token as kept } from './token.js';
import { begin, find, idOf, isPassing, send } from './upload.js';
import { filled } from './words.js';

/** What a button of the desk has done: where it is ordered, and its word in the address. */
const WORKS = {
  assess: { at: '/api/v1/assessments', word: 'assessment' },
  screen: { at: '/api/v1/screenings', word: 'screening' },
};
const LOOK_AGAIN_MS = 600;

const desk = document.getElementById('desk');
const progress = document.getElementById('progress');
const place = document.getElementById('said-here');
const { token, schedule, since, file } = desk.elements;

/** What is in hand: an upload, an assessment or a screening. */
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

async function order(work) {
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
  if (work === WORKS.screen && since.value) query.set('since', since.value);
  const ordered = await (await ask(`${work.at}?${query}`, { method: 'POST' })).json();
  put(work.word, idOf(ordered.result));
  patch('<div id="result"></div>', {});
  await show(work, inHand(work.word));
}

/** Shows a work as it goes, until it is over or another is in hand. */
async function show({ at, word }, id) {
  while (inHand(word) === id) {
    try {
      patch(await (await ask(`${at}/${id}/part.html`)).text(), {});
      say('');
    } catch (problem) {
      if (!isPassing(problem)) throw problem;
      say(place.dataset.away);
    }
    if (document.getElementById('result').dataset.state === 'over') break;
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
  sortable(document.body);
  leadToSteps();
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
  tried(() => order(WORKS[event.submitter?.value] ?? WORKS.assess));
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

for (const work of Object.values(WORKS)) {
  if (kept() !== '' && inHand(work.word) !== '') tried(() => show(work, inHand(work.word)));
}
if (kept() !== '' && inHand('upload') !== '') {
  tried(async () => {
    const upload = await find(inHand('upload'));
    say(filled(place.dataset.there, percent(upload.offset, upload.bytes), upload.name));
  });
}
