/** Marks as wide as a letter, which end sentences in Chinese and bring their own space along. */
const ENDS_WIDE = /[。！？；：…）]$/;

/** What stands between a sentence and the next one: nothing in Chinese, else a space. */
export const gapAfter = (sentence: string): string => (ENDS_WIDE.test(sentence) ? '' : ' ');

/** Joins sentences, each as its own language does; what is empty is left out. */
export const sentences = (...texts: readonly (string | null)[]): string =>
  texts
    .filter((text) => text !== null && text !== '')
    .reduce<string>((joined, text) => (joined === '' ? '' : joined + gapAfter(joined)) + text, '');
