// The bar of every page: its languages, and dark or light: what the reader said last, else what the
// system prefers.

import './language.js';

const root = document.documentElement;
const kept = localStorage.getItem('theme');
if (kept === 'dark' || kept === 'light') root.dataset.theme = kept;

const button = document.getElementById('theme');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const isDark = getComputedStyle(root).colorScheme === 'dark';
    root.dataset.theme = isDark ? 'light' : 'dark';
    localStorage.setItem('theme', root.dataset.theme);
  });
}
