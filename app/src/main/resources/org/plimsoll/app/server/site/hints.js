// What a mark says of itself (its <title>) where there is no mouse to rest on it, and its country
// lit up in every drawing.

const COUNTRY = /^(?:\d+\/)?([A-Z]{3}|EU27)\b/;

/** @param {Element} page that holds the drawings */
export function hint(page) {
  const box = document.createElement('div');
  box.className = 'hint';
  box.hidden = true;
  document.body.append(box);

  page.addEventListener('pointerover', ({ target }) => light(page, country(target)));
  page.addEventListener('pointerup', (event) => {
    if (event.pointerType === 'mouse') return;
    const said = event.target.closest('svg [data-k]')?.querySelector('title')?.textContent;
    box.hidden = !said;
    if (!said) return;
    box.textContent = said;
    box.style.left = `${Math.min(event.clientX, innerWidth - 200)}px`;
    box.style.top = `${event.clientY + 12}px`;
  });
  addEventListener('scroll', () => (box.hidden = true), { passive: true });
}

function country(element) {
  const key = element.closest('svg [data-k]')?.getAttribute('data-k') ?? '';
  return COUNTRY.exec(key)?.[1] ?? '';
}

function light(page, code) {
  if (page.dataset.lit === code) return;
  page.dataset.lit = code;
  for (const mark of page.querySelectorAll('svg [data-k]')) {
    mark.classList.toggle('lit', code !== '' && country(mark) === code);
  }
}
