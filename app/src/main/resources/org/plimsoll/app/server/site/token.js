// Asks our own server with the token that the reader gave. It is kept in this tab alone, and goes
// with it.

const KEY = 'token';

/** @returns {string} empty if none was given */
export function kept() {
  return sessionStorage.getItem(KEY) ?? '';
}

/** @param {string} token from now on */
export function keep(token) {
  sessionStorage.setItem(KEY, token);
}

/** What the server says is wrong. */
export class Problem extends Error {
  /** @param {Response} answer @param {{detail?: string, maybe?: string}} said */
  constructor(answer, said) {
    super(`${said.detail ?? answer.statusText}.${said.maybe ? ` Maybe ${said.maybe}.` : ''}`);
    this.status = answer.status;
  }
}

/**
 * @param {string} address on our own server
 * @param {RequestInit} [init]
 * @returns {Promise<Response>} a good one
 * @throws {Problem} if it is none
 * @throws {TypeError} if the server is not to be reached
 */
export async function ask(address, init = {}) {
  const headers = { ...init.headers };
  if (kept() !== '') headers.Authorization = `Bearer ${kept()}`;
  const answer = await fetch(address, { ...init, headers });
  if (answer.ok) return answer;
  throw new Problem(answer, await answer.json().catch(() => ({})));
}

/** Saves what is at an address as a file. */
export async function save(address, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await (await ask(address)).blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
