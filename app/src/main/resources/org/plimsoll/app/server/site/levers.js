// A slider and a number are one lever: what is dragged is typed, and what is typed exactly moves
// the slider as near as its steps allow.

/** Keys that have a box for each value. */
const JOINED = new Set(['in', 'build']);

/**
 * Shows the sliders of the form and ties each to its number.
 *
 * @param {HTMLFormElement} form
 */
export function tie(form) {
  for (const slider of form.querySelectorAll('input[type="range"]')) {
    slider.hidden = false;
    say(slider);
  }
  if ('tied' in form.dataset) return;
  form.dataset.tied = '';
  form.addEventListener('input', ({ target }) => {
    if (target.type === 'range') {
      document.getElementById(target.dataset.for).value = target.value;
      say(target);
    } else if (target.type === 'number') {
      const slider = document.getElementById(`${target.id}-slider`);
      if (slider && target.value !== '') {
        slider.value = target.value;
        say(slider);
      }
    }
  });
  form.addEventListener('pointerdown', ({ target }) => {
    if (target.type === 'range') target.dataset.held = '';
  });
  for (const ending of ['pointerup', 'pointercancel']) {
    window.addEventListener(ending, () => {
      for (const held of form.querySelectorAll('[data-held]')) delete held.dataset.held;
    });
  }
}

/** A slider says its number with its unit in words. */
function say(slider) {
  slider.setAttribute('aria-valuetext', `${slider.value} ${slider.dataset.unit}`);
}

/**
 * The state of the form as an address has it: fields that are empty are left out, boxes of one name
 * are joined by a dot, of others the last counts.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement} [button] that sends it; without one, fields that wait for it are left out
 * @returns {string}
 */
export function read(form, button) {
  const pairs = new Map();
  for (const [key, value] of new FormData(form, button)) {
    if (value === '' || (!button && form.elements[key]?.closest?.('.another'))) continue;
    pairs.set(key, JOINED.has(key) && pairs.has(key) ? `${pairs.get(key)}.${value}` : value);
  }
  return [...pairs].map(([key, value]) => `${key}=${plain(value)}`).join('&');
}

/** Slashes and at-signs may stand in a query; all else that may not is encoded. */
function plain(value) {
  return encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%40', '@');
}
