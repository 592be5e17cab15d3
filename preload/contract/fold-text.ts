// Marks of Latin, Greek and Cyrillic letters, Hebrew points and Arabic vowel signs: people leave them out when they search.
// Other scripts' marks are letters in all but name.
const DIACRITICS =
  /[\u0300-\u036f]|[\u0591-\u05bd]|[\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]/gu;

const ASCII = /^[\0-\x7f]*$/;

/** The form in which texts are compared: without case, width (full or half) and diacritics. */
export const foldText = (text: string): string => {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKC').normalize('NFD').replace(DIACRITICS, '').normalize('NFC');
  // Through upper case, so that ß equals ss; a final sigma is a sigma.
  return plain.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
};

/** A stretch of a text, in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

/** A text folded, with the way back: `starts[i]` is where the piece that made code unit i begins; null: at i. */
interface FoldedText {
  readonly folded: string;
  readonly starts: readonly number[] | null;
}

/** Characters that fold one to one, each by itself: most of what is written, and folded at once. */
const PLAIN =
  '[\\0-\\x7f\\u2010-\\u2016\\u2018-\\u201f\\u3001-\\u3035\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff5e]';
const ALL_PLAIN = new RegExp(`^${PLAIN}*$`);
/** Plain characters, or one other with the marks that belong to it: they must be folded together. */
const PIECE = new RegExp(
  `${PLAIN}+(?![\\p{M}\\uff9e\\uff9f])|[^\\p{M}\\uff9e\\uff9f][\\p{M}\\uff9e\\uff9f]*|[\\p{M}\\uff9e\\uff9f]+`,
  'gsu',
);

const foldPieces = (text: string): FoldedText => {
  if (ALL_PLAIN.test(text)) return { folded: foldText(text), starts: null };
  let folded = '';
  const starts: number[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const one = foldText(piece);
    const isPlain = ALL_PLAIN.test(piece);
    folded += one;
    for (let i = 0; i < one.length; i += 1) starts.push(isPlain ? index + i : index);
  }
  starts.push(text.length);
  return { folded, starts };
};

/** Where the piece ends whose folded form ends at `end`. */
const endOf = (starts: readonly number[], end: number, length: number): number => {
  const last = starts[end - 1];
  let next = end;
  // A needle may end inside what one character became, as in the s of ß.
  while (next < starts.length && starts[next] === last) next += 1;
  return starts[next] ?? length;
};

/**
 * Where `needle` stands in `text`, case, width and diacritics aside: at most `limit` stretches, in order, that do not
 * overlap.
 */
export const findFolded = (text: string, needle: string, limit: number): readonly TextRange[] => {
  const wanted = foldText(needle);
  if (wanted === '') return [];
  const { folded, starts } = foldPieces(text);
  const found: TextRange[] = [];
  let at = folded.indexOf(wanted);
  while (at !== -1 && found.length < limit) {
    const end = at + wanted.length;
    found.push(starts === null ? [at, end] : [starts[at] ?? 0, endOf(starts, end, text.length)]);
    at = folded.indexOf(wanted, end);
  }
  return found;
};
