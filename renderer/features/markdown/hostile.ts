/** Levels of quotes and lists in one line above which the parsers would take seconds, or all of the call stack. */
const DEEPEST = 200;
/** A longer run of letters without a space would hold up formatting and layout, in UTF-16 code units. */
const LONGEST_WORD = 20_000;

/* Each space, quote mark or list mark that a line begins with can be a level. */
const TOO_DEEP = new RegExp(`^(?:[ \\t>]|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t])){${DEEPEST}}`, 'm');

/** True for a text with a line that nests too deeply to be read. */
export const nestsTooDeeply = (source: string): boolean => TOO_DEEP.test(source);

/** True for a text with a word that is too long to be formatted. */
export const hasEndlessWord = (source: string): boolean =>
  source.length > LONGEST_WORD && source.split(/\s+/).some((word) => word.length > LONGEST_WORD);
