import { foldText } from '../../../preload/contract/fold-text';

/** A word as the index knows it, and where it stands in the text (UTF-16 code units). */
export interface Term {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** The terms of a text, in order. */
export interface TextTerms {
  /** Runs of letters and digits; in scripts without spaces between words, each character. */
  readonly words: readonly Term[];
  /**
   * Other ways to say a word: the humps of `getUserName`, or `username` for `user_name`. Each variant is a phrase of its
   * own.
   */
  readonly variants: readonly (readonly Term[])[];
}

/** A longer word is known by its beginning: a megabyte without a space is nothing that anyone types in full. */
const MAX_TERM_LENGTH = 64;
/** A compound of more words than this is a sentence. */
const MAX_JOINED = 8;
const MAX_VARIANTS = 20_000;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
/** Chinese characters that folding leaves as they are. */
const PLAIN_HAN = /^[\u4e00-\u9fff]+$/;
const UNSPACED =
  String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}` +
  String.raw`\u30fc\uff70\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
/** One character of a script without spaces, with its marks, or a word of another script. */
const PIECE = new RegExp(
  String.raw`${UNSPACED}[\p{M}\uff9e\uff9f]*|(?:(?!${UNSPACED})[\p{L}\p{N}\p{M}])+`,
  'gu',
);
const ONE_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const HAS_HUMPS = /[\p{Ll}\p{N}]\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u;
const HUMP = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu;
const NO_TERM = /[^\p{L}\p{N}\p{M}]+/gu;

/** True for a term of a script whose words are not set apart: it is one character, so nothing begins with it. */
export const isUnspaced = (term: string): boolean => ONE_UNSPACED.test(term);

const termOf = (text: string, start: number): Term => {
  const cut = foldText(text.slice(0, 2 * MAX_TERM_LENGTH)).slice(0, MAX_TERM_LENGTH);
  // A cut may leave half a character, and folding may make a sign out of a letter.
  return { term: cut.replace(NO_TERM, ''), start, end: start + text.length };
};

const wordsOf = (text: string): readonly Term[] => {
  const words: Term[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (ASCII.test(run)) words.push(termOf(run, index));
    // Most of Chinese, for which the way below takes five times as long.
    else if (PLAIN_HAN.test(run))
      for (let at = 0; at < run.length; at += 1)
        words.push({ term: run.charAt(at), start: index + at, end: index + at + 1 });
    else for (const piece of run.matchAll(PIECE)) words.push(termOf(piece[0], index + piece.index));
  }
  return words.filter(({ term }) => term !== '');
};

const humpsOf = (text: string, { start, end }: Term): readonly Term[] => {
  const word = text.slice(start, end);
  if (word.length > MAX_TERM_LENGTH || !HAS_HUMPS.test(word)) return [];
  const humps = [...word.matchAll(HUMP)].map((hump) => termOf(hump[0], start + hump.index));
  return humps.length > 1 ? humps : [];
};

const isJoin = (text: string, one: Term, next: Term | undefined): boolean =>
  next !== undefined && next.start === one.end + 1 && (text[one.end] === '_' || text[one.end] === '-');

/** `user_name` and `well-known` in one word. */
const joinedFrom = (text: string, words: readonly Term[], at: number): Term | null => {
  const first = words[at];
  const before = words[at - 1];
  if (first === undefined || (before !== undefined && isJoin(text, before, first))) return null;
  let last = first;
  let term = first.term;
  for (let next = at + 1; next - at < MAX_JOINED; next += 1) {
    const word = words[next];
    if (word === undefined || !isJoin(text, last, word)) break;
    last = word;
    term += word.term;
  }
  return last === first || term.length > MAX_TERM_LENGTH ? null : { term, start: first.start, end: last.end };
};

/** Takes a text apart as the index does: the same for what is searched and for what is looked for. */
export const termsOf = (text: string): TextTerms => {
  const words = wordsOf(text);
  const variants: (readonly Term[])[] = [];
  for (const [at, word] of words.entries()) {
    if (variants.length >= MAX_VARIANTS) break;
    const humps = humpsOf(text, word);
    if (humps.length > 0) variants.push(humps);
    const joined = joinedFrom(text, words, at);
    if (joined !== null) variants.push([joined]);
  }
  return { words, variants };
};
