// Sends a file in pieces. What the server has is asked of it, so that a file goes on after a break
// where it was, and no byte is sent twice or left out.

import { ask } from './token.js';

const UPLOADS = '/api/v1/uploads';
const SMALLEST = 1 << 16;
const LARGEST = 4 << 20;
const QUICK_MS = 1000;
const PATIENCE_MS = 1000;

/** @returns {Promise<{upload: string, name: string, bytes: number, offset: number, modified: string}>} */
export async function find(id) {
  return (await ask(`${UPLOADS}/${id}`)).json();
}

/** The id behind an address of the server. */
export function idOf(address) {
  return address.slice(address.lastIndexOf('/') + 1);
}

/** Whether an upload is of this very file. */
function isOf(upload, file) {
  return (
    upload.name === file.name &&
    upload.bytes === file.size &&
    upload.modified === String(file.lastModified)
  );
}

/**
 * A new upload of a file, or that which was begun.
 *
 * @param {File} file
 * @param {string} known id of an upload that may be of it; empty if there is none
 */
export async function begin(file, known) {
  if (known !== '') {
    const upload = await find(known).catch(() => null);
    if (upload !== null && isOf(upload, file)) return upload;
  }
  const query = new URLSearchParams({
    name: file.name,
    bytes: String(file.size),
    modified: String(file.lastModified),
  });
  return (await ask(`${UPLOADS}?${query}`, { method: 'POST' })).json();
}

/**
 * Sends the rest of a file. Pieces grow while the way is quick, and shrink when it breaks.
 *
 * @param {File} file
 * @param {{upload: string, offset: number}} upload
 * @param {(offset: number, isAway: boolean) => void} told after each piece, and in each break
 */
export async function send(file, upload, told) {
  let { offset } = upload;
  let size = 1 << 20;
  told(offset, false);
  while (offset < file.size) {
    const begun = performance.now();
    try {
      offset = await piece(upload.upload, file.slice(offset, offset + size), offset);
      const isQuick = performance.now() - begun < QUICK_MS;
      size = Math.min(LARGEST, Math.max(SMALLEST, isQuick ? size * 2 : size / 2));
      told(offset, false);
    } catch (problem) {
      if (!isPassing(problem)) throw problem;
      size = Math.max(SMALLEST, size / 2);
      told(offset, true);
      await new Promise((done) => setTimeout(done, PATIENCE_MS));
      offset = await find(idOf(upload.upload)).then((its) => its.offset, () => offset);
    }
  }
}

async function piece(address, body, offset) {
  const answer = await ask(address, {
    method: 'PATCH',
    headers: { 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream' },
    body,
  });
  return Number(answer.headers.get('Upload-Offset'));
}

/** Whether trying again may help: the server is away or busy, or has another piece than we know. */
export function isPassing(problem) {
  return problem.status === undefined || [409, 429, 502, 503, 504].includes(problem.status);
}
