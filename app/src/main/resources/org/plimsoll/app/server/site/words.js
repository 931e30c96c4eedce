// Words that script shows are the page's own, in its language; this puts in what they leave open.

/**
 * @param {string} words with places {0}, {1}
 * @param {string[]} places what stands there
 */
export function filled(words, ...places) {
  return places.reduce((text, what, at) => text.replace(`{${at}}`, () => what), words);
}
