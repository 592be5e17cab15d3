import { describe, expect, it } from 'vitest';
import { cutText, MAX_PIECE } from '../../../main/backstage/tokens/cut-text';

const pieces = (text: string): readonly string[] => [...cutText(text)];
const longest = (text: string): number => Math.max(...pieces(text).map((piece) => piece.length));

describe('cutText', () => {
  it('loses and repeats nothing, and hands out no piece that the tokenizer would take seconds for', () => {
    const texts = [
      '',
      'a',
      'word '.repeat(3000),
      'x'.repeat(10_001),
      '\n'.repeat(7000),
      '汉字'.repeat(5000),
      '😀'.repeat(4000),
    ];
    for (const text of texts) {
      expect(pieces(text).join('')).toBe(text);
      if (text !== '') expect(longest(text)).toBeLessThanOrEqual(MAX_PIECE);
    }
  });

  it('cuts between words, before the space that belongs to the next one', () => {
    for (const piece of pieces('some words '.repeat(1000)).slice(1)) expect(piece).toMatch(/^ (some|words)/);
  });

  it('never cuts a surrogate pair, an accent or a contraction from its letter', () => {
    expect(pieces(`x${'😀'.repeat(3000)}`).every((piece) => !/^[\udc00-\udfff]/.test(piece))).toBe(true);
    const accents = pieces(`${'e\u0301'.repeat(900)} ${'e\u0301'.repeat(900)}`);
    expect(accents.every((piece) => !piece.startsWith('\u0301'))).toBe(true);
    expect(pieces("we're ".repeat(1000)).every((piece) => !piece.startsWith("'"))).toBe(true);
  });
});
