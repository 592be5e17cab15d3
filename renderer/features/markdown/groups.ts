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
