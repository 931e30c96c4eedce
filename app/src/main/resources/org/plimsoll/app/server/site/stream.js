// What comes while nobody moves a lever: why the answer is what it is, then the same question in
// draws of the parameters, each drawn by the server. The next move ends both.

import { append, patch } from './patch.js';

const IDLE = 400;

/**
 * @param {string} wide how wide drawings are, as an address has it
 * @returns {{wait: (state: string) => void, end: () => void}}
 */
export function idle(wide) {
  const why = document.getElementById('why');
  let waiting = 0;
  let asking = null;
  let source = null;

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    source?.close();
  }

  async function begin(state) {
    const mine = new AbortController();
    asking = mine;
    try {
      const answer = await fetch(`/lab/why?${state}${wide}`, { signal: mine.signal });
      if (answer.ok) patch(await answer.text(), {});
    } catch {
      // It is no more than why: the answer stands without.
    }
    if (!mine.signal.aborted) draw(state);
  }

  function draw(state) {
    source = new EventSource(`/lab/draws?${state}${wide}`);
    source.addEventListener('hair', ({ data }) => append(data, 'hairs'));
    source.addEventListener('band', ({ data }) => patch(data, {}));
    // A stream that ends is not asked for again.
    for (const last of ['done', 'bye', 'error']) source.addEventListener(last, close);
  }

  return {
    wait(state) {
      close();
      waiting = setTimeout(() => begin(state), IDLE);
    },
    end() {
      close();
      why.classList.add('stale');
    },
  };
}
