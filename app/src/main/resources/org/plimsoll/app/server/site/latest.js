// One question in flight; of those asked meanwhile only the newest waits. So no answer is ever
// shown after a newer one.

/**
 * @template Q
 * @param {(question: Q, signal: AbortSignal) => Promise<string>} fetchOne
 * @param {(answer: string, question: Q) => void} show
 * @param {(problem: Error, question: Q) => void} fail
 * @returns {{ask: (question: Q, urgent?: boolean) => void}} urgent gives up the one in flight
 */
export function latest(fetchOne, show, fail) {
  let flying = null;
  let waiting = null;

  async function run(question) {
    const stop = new AbortController();
    flying = stop;
    try {
      const answer = await fetchOne(question, stop.signal);
      if (!stop.signal.aborted) show(answer, question);
    } catch (problem) {
      if (!stop.signal.aborted && waiting === null) fail(problem, question);
    } finally {
      if (flying === stop) {
        flying = null;
        if (waiting !== null) {
          const next = waiting;
          waiting = null;
          run(next);
        }
      }
    }
  }

  return {
    ask(question, urgent = false) {
      if (flying !== null && urgent) {
        flying.abort();
        flying = null;
        waiting = null;
      }
      if (flying === null) run(question);
      else waiting = question;
    },
  };
}
