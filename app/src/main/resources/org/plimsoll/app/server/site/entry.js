// Entries of an assessment, each of which leads to its steps.

import { patch } from './patch.js';
import { sortable } from './table.js';
import { ask } from './token.js';

const LINE_OF_ENTRY = /^.+\/\d+$/;

/** Entries in the first column of the result's tables, where each can be explained. */
export function leadToSteps() {
  if (!document.getElementById('explain')) return;
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

/** Shows every step of an entry, named as E17 or E17/1. */
export async function explain(name) {
  const at = name.search(/\/\d+$/);
  const entry = encodeURIComponent(at < 0 ? name : name.slice(0, at));
  const line = at < 0 ? '' : `?line=${name.slice(at + 1)}`;
  const base = document.getElementById('explain').dataset.at;
  patch(await (await ask(`${base}${entry}/part.html${line}`)).text(), {});
  sortable(document.body);
  document.getElementById('line').focus();
}
