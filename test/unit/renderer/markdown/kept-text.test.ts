import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { nothingSplit, splitBlocks } from '../../../../renderer/features/markdown/blocks';
import { appended, streamedText } from '../../../../renderer/stores/streamed-text';

/** Bytes in use when all garbage is gone. */
const heapUsed = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
};

it('a long reply is kept once, and not once more by each of its blocks: 2,000 of them would keep 200 MB', () => {
  let split = splitBlocks(nothingSplit, streamedText(''));
  const before = heapUsed();
  for (let text = streamedText(''); split.blocks.length < 2000; ) {
    const more = `Paragraph ${split.blocks.length} of a reply that **grows** for minutes, token by token, until it is very long.\n\n`;
    text = appended(text, more);
    split = splitBlocks(split, text);
  }
  const grown = heapUsed() - before;
  expect(split.text.whole.length).toBeGreaterThan(150_000);
  expect(grown / split.text.whole.length).toBeLessThan(30);
});
