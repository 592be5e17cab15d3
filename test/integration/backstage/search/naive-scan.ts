/*
 * What a search must find, said in the plainest way and by none of the app's code: take every text apart into words, look
 * at each.
 */

const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/gu;
const fold = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').normalize('NFC').toUpperCase().toLowerCase().replaceAll('ς', 'σ');

/** Words; of scripts without spaces each character with its marks. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]\p{M}*|[\p{L}\p{N}](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー])[\p{L}\p{N}\p{M}])*/gu;
const wordsOf = (text: string): readonly string[] => fold(text).match(WORD) ?? [];

const IDENTIFIER = /[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)+|[a-z]+(?:[A-Z]+[a-z]*)+/gu;
const humpsOf = (word: string): readonly string[] =>
  word.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/u).map(fold);

/** Each way in which an identifier can be read beside its words. */
const readingsOf = (identifier: string): readonly (readonly string[])[] => [
  [fold(identifier.replace(/[_-]/gu, ''))],
  ...identifier.split(/[_-]/u).map(humpsOf),
];

const phrasesOf = (text: string): readonly (readonly string[])[] => [
  wordsOf(text),
  ...(text.match(IDENTIFIER) ?? []).flatMap(readingsOf),
];

const stands = (phrase: readonly string[], wanted: readonly string[], isPrefix: boolean): boolean =>
  phrase.some((_, at) =>
    wanted.every((word, index) => {
      const found = phrase[at + index];
      return isPrefix && index === wanted.length - 1 ? found?.startsWith(word) : found === word;
    }),
  );

/** One thing that is looked for. */
export interface Sought {
  readonly text: string;
  readonly isPhrase: boolean;
  /** True for the beginning of a word. */
  readonly isPrefix: boolean;
}

/** Whether a text has it. */
export const hasSought = (text: string, { text: wanted, isPhrase, isPrefix }: Sought): boolean => {
  const whole = (wanted.match(IDENTIFIER) ?? [])
    .filter((identifier) => identifier === wanted)
    .flatMap((identifier) =>
      /[_-]/u.test(identifier) ? [[fold(identifier.replace(/[_-]/gu, ''))]] : [humpsOf(identifier)],
    );
  const ways = isPhrase ? [wordsOf(wanted)] : [wordsOf(wanted), ...whole];
  return phrasesOf(text).some((phrase) => ways.some((way) => stands(phrase, way, isPrefix)));
};
