import type { Block } from './blocks';

/** What the blocks of a text have from each other. */
export interface References {
  /** Definitions of links that the block at an index uses and another block holds, as Markdown; empty for none. */
  readonly preambleOf: (block: Block) => string;
  /** Footnotes: label → number, from 1: those that are referred to first, in order. */
  readonly noteNumbers: ReadonlyMap<string, number>;
}

/** What the blocks of a text have from each other where none gives anything. */
export const noReferences: References = { preambleOf: () => '', noteNumbers: new Map() };

const numberNotes = (blocks: readonly Block[]): ReadonlyMap<string, number> => {
  const explained = new Set(blocks.flatMap((block) => (block.kind === 'note' ? [block.label] : [])));
  const numbers = new Map<string, number>();
  const add = (label: string) => {
    if (explained.has(label) && !numbers.has(label)) numbers.set(label, numbers.size + 1);
  };
  if (explained.size === 0) return numbers;
  for (const block of blocks) if (block.kind === 'markdown') block.labels.forEach(add);
  for (const block of blocks) if (block.kind === 'note') block.labels.forEach(add);
  // A footnote that nothing refers to is still something that was said.
  explained.forEach(add);
  return numbers;
};

/** Finds what the blocks of a text have from each other: addresses of links, and footnotes. */
export const findReferences = (blocks: readonly Block[]): References => {
  const definitions = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'markdown') {
      for (const [label, line] of block.defines) if (!definitions.has(label)) definitions.set(label, line);
    }
  }
  const noteNumbers = numberNotes(blocks);
  if (definitions.size === 0 && noteNumbers.size === 0) return noReferences;
  const lineOf = (label: string): string =>
    noteNumbers.has(label) ? `[${label.toLowerCase()}]: .\n\n` : (definitions.get(label) ?? '');
  return {
    noteNumbers,
    preambleOf: (block) => {
      if (block.kind !== 'markdown' && block.kind !== 'note') return '';
      // An indented line would go on with what stands before it.
      if (block.labels.length === 0 || /^(?: {4}|\t)/.test(block.source)) return '';
      const lines = block.labels.map(lineOf).join('');
      return lines === '' ? '' : `${lines}\n`;
    },
  };
};
