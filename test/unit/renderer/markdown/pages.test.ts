import { describe, expect, it } from 'vitest';
import { nothingSplit, splitBlocks } from '../../../../renderer/features/markdown/blocks';
import { nothingPaged, type PagedText, pageBlocks } from '../../../../renderer/features/markdown/groups';
import { streamedText } from '../../../../renderer/stores/streamed-text';
import { benchTexts } from '../../../../scripts/bench/lib/texts.mjs';

const NOTES = '[^1]: A note that stands\n    in the middle.\n\n';

const texts: Readonly<Record<string, string>> = {
  ...benchTexts(24_000),
  'notes between': Array.from({ length: 120 }, (_, at) => `Part ${at}.\n\n${at % 7 === 0 ? NOTES : ''}`).join(
    '',
  ),
};

const pagesOf = (text: string): PagedText['pages'] =>
  pageBlocks(nothingPaged, splitBlocks(nothingSplit, streamedText(text))).pages;

describe('the pages of a text', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`are the same when it grows and when it is there at once, and settled ones stay the same objects: ${name}`, () => {
      let split = nothingSplit;
      let paged = nothingPaged;
      for (let end = 97; end < text.length + 97; end += 97) {
        const before = paged;
        split = splitBlocks(split, streamedText(text.slice(0, end)));
        paged = pageBlocks(before, split);
        for (let page = 0; page < before.settledPages; page += 1)
          expect(paged.pages[page] === before.pages[page]).toBe(true);
      }
      expect(paged.pages).toEqual(pagesOf(text));
    });
  }

  it('are settled all but the last ones, so that a token costs the same wherever it stands', () => {
    const { pages, settledPages } = pageBlocks(
      nothingPaged,
      splitBlocks(nothingSplit, streamedText(texts.mixed ?? '')),
    );
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.length - settledPages).toBeLessThanOrEqual(2);
  });

  it('begin anew when the text is another one', () => {
    const split = splitBlocks(nothingSplit, streamedText(texts.mixed ?? ''));
    const other = splitBlocks(split, streamedText('Something else.'));
    expect(pageBlocks(pageBlocks(nothingPaged, split), other).pages).toEqual(pagesOf('Something else.'));
  });
});
