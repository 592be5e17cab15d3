import type { Block } from './blocks';

const isJoined = (block: Block): boolean =>
  (block.kind === 'code' && block.joins) || (block.kind === 'markdown' && block.joins !== null);

/** Blocks that are shown together: the pieces of one list, table or block of code. Footnotes are left out. */
export const groupBlocks = (blocks: readonly Block[]): readonly (readonly [Block, ...Block[]])[] => {
  const groups: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last !== undefined && isJoined(block)) last.push(block);
    else if (block.kind !== 'note') groups.push([block]);
  }
  return groups;
};

const PAGE = 24;

/** Cuts a list into parts of a fixed length, so that what is appended changes none but the last. */
export const inPages = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / PAGE) }, (_, page) =>
    list.slice(page * PAGE, (page + 1) * PAGE),
  );
