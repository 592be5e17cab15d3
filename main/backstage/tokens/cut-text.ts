/** The longest piece handed to the tokenizer, in UTF-16 code units: its time grows with the square of an unbroken run. */
export const MAX_PIECE = 2000;
/** Runs without any boundary are cut into pieces of this length, which may count a token more per cut. */
const FORCED_PIECE = 500;

const WORD_END = /[\p{L}\p{N}]/u;
/** What cannot belong to the word before it: no letter, digit, mark or apostrophe, and no half of a surrogate pair. */
const NOT_OF_WORD = /[^\p{L}\p{N}\p{M}\p{Cs}'’]/u;

/**
 * True where every encoding's pattern ends a piece whatever stands around: between a letter or digit and something
 * that cannot go on with its word, and between anything visible and a space. Cutting there never changes the count.
 */
const isBoundary = (text: string, at: number): boolean => {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  return (after === ' ' && /\S/.test(before)) || (NOT_OF_WORD.test(after) && WORD_END.test(before));
};

const isInsidePair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

const endOfPiece = (text: string, begin: number): number => {
  const furthest = begin + MAX_PIECE;
  if (text.length <= furthest) return text.length;
  for (let at = furthest; at > begin; at -= 1) if (isBoundary(text, at)) return at;
  const forced = begin + FORCED_PIECE;
  return isInsidePair(text, forced) ? forced - 1 : forced;
};

/**
 * Cuts a text into pieces of at most 2,000 code units whose tokens add up to the text's own: at boundaries between
 * tokens, and only inside a longer unbroken run wherever it falls (never inside a surrogate pair).
 */
export function* cutText(text: string): Generator<string, void, undefined> {
  for (let begin = 0; begin < text.length; ) {
    const end = endOfPiece(text, begin);
    yield text.slice(begin, end);
    begin = end;
  }
}
