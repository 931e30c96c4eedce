// Tables that sort by a column: a click on its head, or Enter, and once more for the other way.

/** @param {Element} page whose tables are to sort */
export function sortable(page) {
  for (const head of page.querySelectorAll('table.words thead th')) {
    head.tabIndex = 0;
    if (head.hasAttribute('aria-sort')) sort(head);
  }
  if ('sorts' in page.dataset) return;
  page.dataset.sorts = '';
  page.addEventListener('click', turn);
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') turn(event);
  });
}

function turn({ target }) {
  const head = target.closest('table.words thead th');
  if (head === null) return;
  const isUp = head.getAttribute('aria-sort') === 'ascending';
  for (const other of head.parentNode.children) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', isUp ? 'descending' : 'ascending');
  sort(head);
}

function sort(head) {
  const at = [...head.parentNode.children].indexOf(head);
  const sign = head.getAttribute('aria-sort') === 'ascending' ? 1 : -1;
  const body = head.closest('table').tBodies[0];
  const lines = [];
  for (const row of body.rows) {
    // A row of fewer cells is the rest of the line above it.
    if (row.cells.length < head.parentNode.cells.length) lines.at(-1)?.rows.push(row);
    else lines.push({ rows: [row], value: value(row.cells[at]) });
  }
  lines.sort((one, other) => sign * compare(one.value, other.value));
  body.append(...lines.flatMap(({ rows }) => rows));
}

/** A number if the cell has one, else its words. */
function value(cell) {
  const text = cell.textContent.trim();
  const number = /^[≈≥≤ ]*([−-]?[\d,]+(?:\.\d+)?)/.exec(text);
  return number ? Number(number[1].replaceAll(',', '').replace('−', '-')) : text;
}

function compare(one, other) {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
  return one.localeCompare(other);
}
