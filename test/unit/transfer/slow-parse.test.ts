import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowParse } from '../../../main/backstage/import/slow-parse';

/** Cut into pieces of `size` bytes, as a file is read. */
const piecesOf = (text: string, size: number): readonly Buffer[] => {
  const bytes = Buffer.from(text, 'utf8');
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return pieces;
};

/** What came of a text; anything that was thrown is `broken`. */
const tried = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work();
  } catch {
    return 'broken';
  }
};

/** Keys and texts with what JSON escapes, and what is not like other keys. */
const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('__proto__', '7', 'a"b', '\\', '\\"', '{', ']', ',', ':', '鲸鱼', '\u2028'),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    awkward,
    fc.constantFrom(null, true, 1.5e300, -0),
    fc.array(tie('any'), { maxLength: 9 }),
    fc.dictionary(awkward, tie('any'), { maxKeys: 9 }),
  ),
})).any;

describe('slowParse', () => {
  it('makes of any JSON what JSON.parse makes, however small the slices', async () => {
    await fc.assert(
      fc.asyncProperty(
        value,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(0, 1, '\t\r\n'),
        async (any, slice, indent) => {
          const text = JSON.stringify(any, null, indent);
          const read = await slowParse(piecesOf(text, 7), slice);
          // As text: also the order of keys, and `__proto__` as a key like any other.
          expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('refuses what JSON.parse refuses, wherever a character was taken out, doubled or changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        value,
        fc.nat(),
        fc.constantFrom('', ',', ':', '"', '[', '}', ']', '\\', ' ', '1', 'x'),
        fc.integer({ min: 1, max: 60 }),
        async (any, at, sign, slice) => {
          const whole = JSON.stringify(any);
          const place = at % whole.length;
          // Half a character that is left is no text in a file.
          const text = Buffer.from(whole.slice(0, place) + sign + whole.slice(place + 1)).toString();
          const expected = await tried(() => JSON.stringify(JSON.parse(text)));
          expect(await tried(async () => JSON.stringify(await slowParse(piecesOf(text, 7), slice)))).toBe(
            expected,
          );
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);

  it('lets others have their turn at least once for every mebibyte, whatever the shape', async () => {
    const words = 'whale '.repeat(500);
    const shapes = {
      list: Array.from({ length: 3000 }, () => words),
      within: {
        mapping: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [at, { message: [words] }])),
      },
      small: Array.from({ length: 3_000_000 }, (_, at) => at % 10),
    };
    for (const [name, shape] of Object.entries(shapes)) {
      const pieces = piecesOf(JSON.stringify(shape), 262_144);
      let turns = 0;
      let isDone = false;
      const reading = slowParse(pieces).finally(() => {
        isDone = true;
      });
      for (; !isDone; turns += 1) await nextTurn();
      await reading;
      expect(turns, name).toBeGreaterThanOrEqual(pieces.length / 4);
    }
  }, 60_000);

  it('reads what is nested without an end as fast as what is not', async () => {
    const depth = 1_000_000;
    expect(
      await tried(() => slowParse([Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`)])),
    ).toBeDefined();
  });
});
