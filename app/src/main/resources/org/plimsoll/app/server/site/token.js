// The token that a person has typed. The browser keeps it until the tab is closed; it goes with
// each question as a header, and is in no address and no cookie.

const KEY = 'token';

/** @returns {string} empty if there is none */
export function token() {
  return sessionStorage.getItem(KEY) ?? '';
}

/** @param {string} text empty forgets it */
export function keep(text) {
  if (text) sessionStorage.setItem(KEY, text);
  else sessionStorage.removeItem(KEY);
}

/**
 * Asks our own server with the token.
 *
 * @param {string} url
 * @param {RequestInit} [options]
 * @returns {Promise<Response>} that is fine
 * @throws {Error} with the problem's words, its `status` and its `kind`; a TypeError if nobody answers
 */
export async function ask(url, options = {}) {
  const headers = new Headers(options.headers);
  headers.set('Accept-Language', document.documentElement.lang);
  if (token()) headers.set('Authorization', `Bearer ${token()}`);
  const answer = await fetch(url, { ...options, headers, cache: 'no-store' });
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  const words = problem.detail ?? `the server answered ${answer.status}`;
  throw Object.assign(new Error(problem.maybe ? `${words}. Maybe ${problem.maybe}` : words), {
    status: answer.status,
    kind: (problem.type ?? 'failed').replace('/problems/', ''),
  });
}

/**
 * Saves what is at an address as a file: a link could not bear the token.
 *
 * @param {string} address
 * @param {string} name of the file
 * @param {string} [type] media type that is asked for
 */
export async function save(address, name, type = '*/*') {
  const answer = await ask(address, { headers: { Accept: type } });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
