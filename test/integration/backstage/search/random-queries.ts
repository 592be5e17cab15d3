import fc from 'fast-check';
import type { Sought } from './naive-scan';

/** Words of many scripts, made so that some are in others, begin others, or differ only by what is folded. */
export const WORDS = [
  ...'blue Blüe bluebird whale x1 café CAFE\u0301 Straße STRASSE naïve Ünder ｆｕｌｌ'.split(' '),
  ...'οδός ΟΔΟΣ ёлка ЕЛКА שָׁלוֹם שלום مُحَمَّد محمد हिन्दी हिन्द'.split(' '),
  ...'天 天气 气 北京 京 機械 学习 機械学习 东京タワー カナ ｶﾅ ガ かな 한 한국어 국어 ภาษาไทย ไทย'.split(' '),
  ...'getUserName userName user_name user name http-client httpClient parseHTTPResponse response'.split(' '),
];
const GLUE = [' ', ' ', ', ', '\n', '。', ' 😀 ', '/', '(', '\u200d', ' ```\n'];
/** Titles of chats. */
export const TITLES = ['alpha', 'beta', 'gamma', 'delta'];

const word = fc.constantFrom(...WORDS);
/** A text of such words. */
export const sentence = fc
  .array(fc.tuple(word, fc.constantFrom(...GLUE)), { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.flat().join(''));

/** What is looked for. */
export interface Query {
  readonly wanted: readonly Sought[];
  readonly excluded: readonly Sought[];
  readonly role: 'user' | 'assistant' | null;
  readonly title: string | null;
}

const one = word.map((each): Sought => ({ text: each, isPhrase: false, isPrefix: false }));
const phrase = fc
  .tuple(word, word)
  .map(([a, b]): Sought => ({ text: `${a} ${b}`, isPhrase: true, isPrefix: false }));
const beginning = fc
  .constantFrom('bl', 'blue', 'wha', 'str', 'ca', 'οδ', 'ел', 'get', 'user', 'http', 'pars', 'fu')
  .map((each): Sought => ({ text: each, isPhrase: false, isPrefix: true }));
const sought = fc.oneof({ weight: 5, arbitrary: one }, phrase, beginning);
/** Any query; most are simple, since the more is asked the less is found. */
export const query: fc.Arbitrary<Query> = fc.record({
  wanted: fc.oneof(
    { weight: 3, arbitrary: fc.tuple(sought) },
    fc.array(sought, { minLength: 2, maxLength: 3 }),
  ),
  excluded: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.tuple(fc.oneof(one, phrase))),
  role: fc.constantFrom(null, null, null, 'user', 'assistant'),
  title: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.constantFrom(...TITLES)),
});

/** The query as it is typed. */
export const typed = ({ wanted, excluded, role, title }: Query): string =>
  [
    ...wanted.map(({ text: each, isPhrase, isPrefix }) =>
      isPhrase ? `"${each}"` : `${each}${isPrefix ? '*' : ''}`,
    ),
    ...excluded.map(({ text: each, isPhrase }) => (isPhrase ? `-"${each}"` : `-${each}`)),
    ...(role === null ? [] : [`role:${role}`]),
    ...(title === null ? [] : [`in:${title}`]),
    '',
  ].join(' ');
