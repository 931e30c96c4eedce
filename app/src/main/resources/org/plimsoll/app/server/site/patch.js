// Makes the page like a newer answer: elements and text that stay the same stay where they are.
// What a person has in hand is left alone: the field with the focus, a slider that is dragged,
// details that are open.

const POLICY = window.trustedTypes?.createPolicy('patch', { createHTML: (html) => html });

/** Attributes that script sets and no answer has. */
const OURS = new Set(['open', 'tabindex', 'aria-sort', 'aria-valuetext']);

/**
 * Each element at the top of the fragment takes the place of the one with its id.
 *
 * @param {string} html from our own server
 * @param {object} how
 * @param {boolean} [how.all] whether fields change too that have the focus: the state is another
 * @param {string} [how.except] id of an element that stays as it is
 */
export function patch(html, { all = false, except = '' }) {
  for (const fresh of [...parsed(html).children]) {
    const old = document.getElementById(fresh.id);
    if (old && fresh.id !== except) makeAlike(old, fresh, all);
  }
}

/**
 * Adds marks to a group of a drawing.
 *
 * @param {string} svg that holds them, from our own server
 * @param {string} id of the group
 */
export function append(svg, id) {
  document.getElementById(id)?.append(...parsed(svg).firstElementChild.childNodes);
}

function parsed(html) {
  const holder = document.createElement('template');
  holder.innerHTML = POLICY ? POLICY.createHTML(html) : html;
  return holder.content;
}

function makeAlike(old, fresh, all) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (!all && old.isEqualNode(fresh)) return;
  const isHeld = !all && (old === document.activeElement || 'held' in old.dataset);
  if (isHeld && old.matches('input, select, textarea')) return;
  // What is being written is the writer's until it is applied.
  if (!all && old.nodeName === 'TEXTAREA' && old.value !== old.defaultValue) return;
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !isOurs(old, name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !isOurs(old, name)) old.setAttribute(name, value);
  }
  makeChildrenAlike(old, fresh, all);
  if (old.nodeName === 'INPUT') setField(old, fresh);
  if (old.nodeName === 'TEXTAREA') old.value = fresh.value;
  if (old.nodeName === 'SELECT' && old.value !== fresh.value) old.value = fresh.value;
}

function isOurs(element, name) {
  return OURS.has(name) || (name === 'hidden' && element.type === 'range');
}

function setField(old, fresh) {
  if (old.type === 'checkbox' || old.type === 'radio') old.checked = fresh.defaultChecked;
  else if (old.value !== fresh.getAttribute('value')) old.value = fresh.getAttribute('value') ?? '';
}

function makeChildrenAlike(old, fresh, all) {
  const keyed = new Map();
  const others = [];
  for (const child of old.childNodes) {
    const key = keyOf(child);
    if (key !== null) keyed.set(key, child);
    else others.push(child);
  }
  let place = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const same = partner(child, keyed, others);
    if (same === null) {
      old.insertBefore(child, place);
      continue;
    }
    if (same === place) place = place.nextSibling;
    else old.insertBefore(same, place);
    makeAlike(same, child, all);
  }
  for (const left of [...keyed.values(), ...others]) left.remove();
}

/** The old node that is the same thing, taken out of those that are left; null if there is none. */
function partner(child, keyed, others) {
  const key = keyOf(child);
  if (key !== null) {
    const same = keyed.get(key);
    if (same?.nodeName !== child.nodeName) return null;
    keyed.delete(key);
    return same;
  }
  const at = others.findIndex((other) => other.nodeName === child.nodeName);
  return at < 0 ? null : others.splice(at, 1)[0];
}

function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  return node.getAttribute('data-k') ?? (node.id || null);
}
