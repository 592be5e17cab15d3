import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appended,
  firstOf,
  goesOnFrom,
  restOf,
  type StreamedText,
  streamedText,
} from '../../../renderer/stores/streamed-text';

/** Long enough for several moves from what is recent to what came before. */
const pieces = fc.array(
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 2000 }))
    .map(([text, times]) => text.repeat(times)),
  { minLength: 1, maxLength: 40 },
);

const grow = (parts: readonly string[]): StreamedText => parts.reduce(appended, streamedText(''));

describe('a text that grows for minutes', () => {
  it('is what came, in one and in two parts', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const { before, recent, whole } = grow(parts);
        expect(whole === parts.join('')).toBe(true);
        expect(before + recent === whole).toBe(true);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('keeps what came before for many pieces, so that a token does not cost what has come by then', () => {
    let text = streamedText('');
    const seen = new Set<string>();
    let longest = 0;
    for (let at = 0; at < 4000; at += 1) {
      text = appended(text, `word ${at} and more of them, `);
      seen.add(text.before);
      longest = Math.max(longest, text.recent.length);
    }
    expect(text.whole.length).toBeGreaterThan(100_000);
    expect(longest).toBeLessThan(40_000);
    expect(seen.size).toBeLessThan(8);
  });

  it('can be cut and gone on with anywhere', () => {
    fc.assert(
      fc.property(pieces, fc.double({ min: 0, max: 1.2, noNaN: true }), (parts, share) => {
        const text = grow(parts);
        const length = Math.floor(text.whole.length * share);
        expect(firstOf(text, length).whole === text.whole.slice(0, length)).toBe(true);
        expect(restOf(text, length) === text.whole.slice(length)).toBe(true);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('goes on from every state it was in, and from no other text', () => {
    fc.assert(
      fc.property(pieces, fc.nat(39), (parts, at) => {
        const text = grow(parts);
        const start = grow(parts.slice(0, at));
        expect(goesOnFrom(text, start)).toBe(true);
        expect(goesOnFrom(text, streamedText(start.whole))).toBe(true);
        expect(goesOnFrom(text, appended(start, `${text.whole}!`))).toBe(false);
        expect(goesOnFrom(streamedText(`\u0000${text.whole}`), grow(parts))).toBe(false);
      }),
      { numRuns: 100, seed: 9 },
    );
  });
});
