import type { Block, SplitText } from './blocks';

const isJoined = (block: Block): boolean =>
  (block.kind === 'code' && block.joins) || (block.kind === 'markdown' && block.joins !== null);

/** Blocks that are shown together: the pieces of one list, table or block of code. */
export type Group = readonly [Block, ...Block[]];

/** Footnotes are left out. */
const groupBlocks = (blocks: readonly Block[]): readonly Group[] => {
  const groups: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last !== undefined && isJoined(block)) last.push(block);
    else if (block.kind !== 'note') groups.push([block]);
  }
  return groups;
};

const PAGE = 24;

/** A list cut into parts of `size`; the last may be shorter. */
export const inParts = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );

/** The groups of a text, some to a page. The first `settledPages` cannot change by text that is appended. */
export interface PagedText {
  readonly pages: readonly (readonly Group[])[];
  readonly settledPages: number;
  /** How many blocks the settled pages were made of, and the last of them. */
  readonly settledBlocks: number;
  readonly lastSettled: Block | undefined;
}

/** No text yet. */
export const nothingPaged: PagedText = {
  pages: [],
  settledPages: 0,
  settledBlocks: 0,
  lastSettled: undefined,
};

/**
 * Groups the blocks of a text and cuts the groups into pages. Pages that are settled in `previous` stay the same objects when the
 * text goes on from that one: what is done for each token does not grow with the text.
 */
export const pageBlocks = (previous: PagedText, { blocks, settledCount }: SplitText): PagedText => {
  const base = blocks[previous.settledBlocks - 1] === previous.lastSettled ? previous : nothingPaged;
  const fresh = inParts(groupBlocks(blocks.slice(base.settledBlocks)), PAGE);
  let { settledPages, settledBlocks } = base;
  for (const [next] of fresh.slice(1)) {
    const end = next === undefined ? -1 : blocks.indexOf(next[0], settledBlocks);
    // A list or code may go on until another block has begun for certain.
    if (end === -1 || end >= settledCount) break;
    settledPages += 1;
    settledBlocks = end;
  }
  return {
    pages: [...base.pages.slice(0, base.settledPages), ...fresh],
    settledPages,
    settledBlocks,
    lastSettled: blocks[settledBlocks - 1],
  };
};
