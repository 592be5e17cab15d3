import { describe, expect, it } from 'vitest';
import { type DiffPart, diffTexts } from '../../../renderer/features/compare/word-diff';

const side = (parts: readonly DiffPart[], kind: 'added' | 'removed') =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

const changes = (before: string, after: string) =>
  diffTexts(before, after, 'en')
    .parts.filter(({ kind }) => kind !== 'same')
    .map(({ kind, text }) => `${kind === 'added' ? '+' : '-'}${text}`);

/** Words without pattern, the same in every run. */
const noise = (count: number, seed: number): string => {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state.toString(36);
  }).join(' ');
};

describe('a diff', () => {
  it('names the words that changed, not the letters in them or the whole line', () => {
    expect(changes('The quick brown fox.', 'The slow brown foxes.')).toEqual([
      '-quick',
      '+slow',
      '-fox',
      '+foxes',
    ]);
  });

  it('parts Chinese by words, although nothing stands between them', () => {
    expect(changes('今天天气很好，我们去公园。', '今天天气很好，我们去学校。')).toEqual(['-公园', '+学校']);
  });

  it('joins changes that only a space keeps apart', () => {
    expect(changes('see old words here', 'see new terms here')).toEqual(['-old words', '+new terms']);
  });

  it.each([
    ['a  b\n\nc', 'a b\nc\n'],
    ['', 'all new'],
    ['👩‍👩‍👧 family', 'family 👩‍👩‍👧'],
    ['same', 'same'],
    ['一二三\n四', '一二\n三四\u0000'],
  ])('keeps both texts exactly: %j, %j', (before, after) => {
    const { parts } = diffTexts(before, after, 'zh-CN');
    expect(side(parts, 'removed')).toBe(before);
    expect(side(parts, 'added')).toBe(after);
  });

  it('of two long texts without a common word does not try every pairing, and says so', () => {
    const [before, after] = [noise(40_000, 1), noise(40_000, 2)];
    const { parts, unit } = diffTexts(before, after, 'en');
    expect(unit).toBe('lines');
    expect(side(parts, 'removed')).toBe(before);
    expect(side(parts, 'added')).toBe(after);
  }, 60_000);

  it('of many thousand lines that are all different gives both texts whole', () => {
    const lines = (seed: number) => noise(40_000, seed).replaceAll(' ', '\n');
    expect(diffTexts(lines(1), lines(2), 'en').unit).toBe('none');
  }, 60_000);

  it('of long texts that are nearly the same is by words', () => {
    const before = noise(40_000, 1);
    const { parts, unit } = diffTexts(before, before.replace(/ (\S+) /, ' changed '), 'en');
    expect(unit).toBe('words');
    expect(parts.filter(({ kind }) => kind !== 'same')).toHaveLength(2);
  });
});
