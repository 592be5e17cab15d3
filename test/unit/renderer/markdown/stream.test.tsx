import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingSplit, splitBlocks } from '../../../../renderer/features/markdown/blocks';
import { markdown, tokens } from './generate';
import { feed, render } from './render';

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });

describe('a reply that streams', () => {
  it('ends as the same blocks as when it came at once', () => {
    fc.assert(
      fc.property(markdown, sizes, (text, cuts) => {
        expect(feed(tokens(text, cuts))).toEqual(splitBlocks(nothingSplit, text).blocks);
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  it('can be shown at every token on the way', () => {
    fc.assert(
      fc.property(markdown, sizes, (text, cuts) => {
        let shown = '';
        for (const token of tokens(text, cuts)) {
          shown += token;
          render(shown, true);
        }
      }),
      { numRuns: 12, seed: 11 },
    );
  }, 60_000);

  it('keeps settled blocks as they are, so that a token renders only the tail', () => {
    fc.assert(
      fc.property(markdown, fc.string(), (text, more) => {
        const before = splitBlocks(nothingSplit, `${text}\n\nx`);
        const after = splitBlocks(before, `${text}\n\nx${more}`);
        for (let at = 0; at < before.settledCount; at += 1) expect(after.blocks[at]).toBe(before.blocks[at]);
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});
