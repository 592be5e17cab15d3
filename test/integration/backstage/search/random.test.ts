import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../preload/contract/fold-text';
import { type Driver, OPTIONS, openDriver } from '../support';

/** The same numbers every time, from 0 to 1. */
const randomNumbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const random = randomNumbers(20_261_122);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

const WORDS = 'blue whale Ünder zoë RED tea x1 café 天 气 东京 カナ 한 글 naïve'.split(' ');
const SIGNS = [
  '"',
  '-',
  ':',
  '*',
  '(',
  ')',
  'AND',
  'OR',
  'NOT',
  'NEAR(',
  '^',
  '+',
  '{',
  '}',
  '\\',
  "'",
  '\0',
  '\ud800',
];
const OPERATORS = [
  'role:',
  'model:',
  'before:',
  'after:',
  'in:',
  'has:',
  'is:',
  'role:user',
  'has:code',
  'after:2020',
  '：',
  '\ue000a',
  '\ue000ruser',
];

const sentence = () => times(1 + Math.floor(random() * 6), () => pick(WORDS)).join(pick([' ', ', ', '\n']));

const fill = async (driver: Driver, texts: readonly string[]) => {
  let chatId: string | null = null;
  for (const text of texts) {
    chatId = (
      await driver.call('chat.addMessage', { chatId, role: 'user', text, options: OPTIONS, limit: 1 })
    ).chat.id;
  }
};

/** The words of a text as a person would read them: each Chinese, Japanese or Korean character is one. */
const naiveWords = (text: string) =>
  foldText(text).match(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|[a-z0-9]+/gu) ?? [];

const hasPhrase = (text: string, phrase: string) => {
  const [words, wanted] = [naiveWords(text), naiveWords(phrase)];
  return words.some((_, at) => wanted.every((word, index) => words[at + index] === word));
};

describe('random texts and queries', () => {
  it('are found exactly as a scan of every text finds them, in all scripts', async () => {
    const texts = times(150, sentence);
    const { driver } = await openDriver();
    await fill(driver, texts);
    for (let round = 0; round < 250; round += 1) {
      const wanted = times(1 + Math.floor(random() * 2), () => pick(WORDS));
      const excluded = times(Math.floor(random() * 2), () => pick(WORDS));
      const phrase = random() < 0.4 ? `${pick(WORDS)} ${pick(WORDS)}` : null;
      const query = [
        ...wanted,
        ...excluded.map((word) => `-${word}`),
        phrase === null ? '' : `"${phrase}"`,
      ].join(' ');
      const { hits } = await driver.call('search.messages', {
        query: `${query} `,
        order: 'newest',
        chatId: null,
        cursor: null,
      });
      const scan = texts
        .filter(
          (text) =>
            wanted.every((word) => hasPhrase(text, word)) &&
            !excluded.some((word) => hasPhrase(text, word)) &&
            (phrase === null || hasPhrase(text, phrase)),
        )
        .reverse()
        .slice(0, 30);
      const found = hits.filter(({ byTitle }) => !byTitle).map(({ snippet }) => snippet.text);
      const named = new Set(hits.filter(({ byTitle }) => byTitle).map(({ snippet }) => snippet.text));
      const expected = scan.map((text) => text.replaceAll('\n', ' '));
      expect({ query, found: found.length + (named.size > 0 ? 1 : 0) }).toEqual({
        query,
        found: expected.length,
      });
      expect(expected).toEqual(expect.arrayContaining(found));
    }
  });

  it('never make an error, whatever is typed', async () => {
    const { driver } = await openDriver();
    await fill(driver, times(20, sentence));
    for (let round = 0; round < 800; round += 1) {
      const pieces = times(1 + Math.floor(random() * 7), () => pick(pick([WORDS, SIGNS, OPERATORS])));
      const query = pieces.join(pick(['', ' ']));
      const order = pick(['newest', 'best'] as const);
      const result = await driver.attempt('search.messages', { query, order, chatId: null, cursor: null });
      expect({ query, ok: result.ok }).toEqual({ query, ok: true });
    }
    for (const query of [
      'x'.repeat(1000),
      '天'.repeat(1000),
      '"'.repeat(1000),
      '-a '.repeat(300),
      'a_'.repeat(500),
      'aB'.repeat(500),
    ]) {
      const result = await driver.attempt('search.messages', {
        query,
        order: 'newest',
        chatId: null,
        cursor: null,
      });
      expect({ query: query.slice(0, 5), ok: result.ok }).toEqual({ query: query.slice(0, 5), ok: true });
    }
  });
});
