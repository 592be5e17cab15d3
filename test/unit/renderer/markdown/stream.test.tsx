import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingSplit, splitBlocks } from '../../../../renderer/features/markdown/blocks';
import { findReferences, noReferences } from '../../../../renderer/features/markdown/references';
import { streamedText } from '../../../../renderer/stores/streamed-text';
import { markdown, tokens } from './generate';
import { feed, render } from './render';

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });

describe('a reply that streams', () => {
  it('ends as the same blocks as when it came at once', () => {
    fc.assert(
      fc.property(markdown, sizes, (text, cuts) => {
        expect(feed(tokens(text, cuts))).toEqual(splitBlocks(nothingSplit, streamedText(text)).blocks);
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

  it('ends with the same addresses and footnotes as when it came at once', () => {
    const shown = (text: string, { preambleOf, ...rest } = noReferences) => [
      rest,
      splitBlocks(nothingSplit, streamedText(text)).blocks.map(preambleOf),
    ];
    fc.assert(
      fc.property(markdown, sizes, (text, cuts) => {
        let split = nothingSplit;
        let references = noReferences;
        let arrived = '';
        for (const token of tokens(text, cuts)) {
          arrived += token;
          split = splitBlocks(split, streamedText(arrived));
          references = findReferences(split.blocks, true, references);
        }
        const atOnce = findReferences(
          splitBlocks(nothingSplit, streamedText(text)).blocks,
          false,
          noReferences,
        );
        expect(shown(text, findReferences(split.blocks, false, references))).toEqual(shown(text, atOnce));
      }),
      { numRuns: 200, seed: 19 },
    );
  });

  it('wakes what it shows already only by a new reference, address or note', () => {
    const at = (text: string, before = noReferences) =>
      findReferences(splitBlocks(nothingSplit, streamedText(text)).blocks, true, before);
    const first = at('Known[^1], it is.\n\nAnd');
    expect(at('Known[^1], it is.\n\nAnd so on, for long', first)).toBe(first);
    expect(at('Known[^1], it is.\n\nAnd so on[^2], for long', first)).not.toBe(first);
    expect(at('Known[^1], it is.\n\nAnd\n\n[^1]: This', first)).not.toBe(first);
  });

  it('keeps settled blocks as they are, so that a token renders only the tail', () => {
    fc.assert(
      fc.property(markdown, fc.string(), (text, more) => {
        const before = splitBlocks(nothingSplit, streamedText(`${text}\n\nx`));
        const after = splitBlocks(before, streamedText(`${text}\n\nx${more}`));
        for (let at = 0; at < before.settledCount; at += 1) expect(after.blocks[at]).toBe(before.blocks[at]);
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});
