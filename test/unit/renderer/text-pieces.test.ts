import { describe, expect, it } from 'vitest';
import { textPieces } from '../../../renderer/ui/text-pieces';

const PIECE = 8000;
const FAMILY = '👨‍👩‍👧‍👦';

describe('a long text in pieces', () => {
  const texts: Readonly<Record<string, string>> = {
    'one word': 'abcdefghij'.repeat(10_000),
    'letters of several code units': `a${FAMILY.repeat(5000)}`,
    'letters with marks': 'e\u0301'.repeat(30_000),
    'one letter with marks without end': `e${'\u0301'.repeat(60_000)}`,
    'lines and a word': `${'some words of a line\n'.repeat(2000)}${'x'.repeat(30_000)}\nand more`,
    'only line ends': '\n'.repeat(30_000),
    Chinese: '模型的回答比任何人读的都多'.repeat(5000),
  };

  for (const [name, text] of Object.entries(texts))
    it(`is that text, in pieces that are soon laid out: ${name}`, () => {
      const pieces = textPieces(text, PIECE);
      expect(pieces.join('')).toBe(text);
      expect(pieces.length).toBeGreaterThan(2);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(PIECE + 100);
      expect(Math.min(...pieces.map(({ length }) => length))).toBeGreaterThan(0);
    });

  it('keeps a letter whole, so that none is drawn as two halves', () => {
    const pieces = textPieces(texts['letters of several code units'] ?? '', PIECE).slice(1);
    expect(pieces.every((piece) => piece.startsWith(FAMILY))).toBe(true);
    expect(textPieces(texts['letters with marks'] ?? '', PIECE).every((piece) => piece.startsWith('e'))).toBe(
      true,
    );
  });

  it('ends a piece with a line where it can, which nobody sees', () => {
    const pieces = textPieces('some words of a line\n'.repeat(2000), PIECE);
    expect(pieces.every((piece) => piece.endsWith('line\n'))).toBe(true);
  });

  it('begins no piece with the end of a line, which would be an empty one', () => {
    expect(textPieces(`${'x'.repeat(PIECE)}\n${'y'.repeat(8000)}`, PIECE)[1]).toBe('y'.repeat(8000));
  });

  it('leaves all but the last as they were while the text grows, so that they are not laid out again', () => {
    const whole = `${'some words of a line\n'.repeat(1000)}${FAMILY.repeat(3000)}`;
    const all = textPieces(whole, PIECE);
    for (let length = 0; length < whole.length; length += 997) {
      const settled = textPieces(whole.slice(0, length), PIECE).slice(0, -1);
      expect(all.slice(0, settled.length)).toEqual(settled);
    }
  });

  it('is one piece where it is short', () => {
    expect(textPieces('', PIECE)).toEqual(['']);
    expect(textPieces('short', PIECE)).toEqual(['short']);
  });
});
