// The state as text: what is written is sent as it stands. The server finds the state, or says with
// line and column what is wrong, in its place.

import { patch } from './patch.js';

/** @param {(state: string) => void} go to the state that the text has */
export function text(go) {
  document.addEventListener('submit', async (event) => {
    if (event.target.id !== 'as-text') return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.target));
    const to = new URL(event.target.action);
    to.searchParams.set('part', 'text');
    const answer = await fetch(to, { method: 'POST', body });
    if (!answer.ok && answer.status !== 422) return;
    patch(await answer.text(), {});
    if (answer.ok) go(document.getElementById('text').dataset.state);
  });
}
