import type { Block } from './blocks';

/** What the blocks of a text have from each other. */
export interface References {
  /** Definitions of links that the block at an index uses and another block holds, as Markdown; empty for none. */
  readonly preambleOf: (block: Block) => string;
  /** Footnotes: label → number, from 1: those that are referred to first, in order. */
  readonly noteNumbers: ReadonlyMap<string, number>;
  /** Labels of those that the text holds: while it grows, others may be referred to already. */
  readonly explained: ReadonlySet<string>;
  /** Equal for what is the same. */
  readonly key: string;
}

/** What the blocks of a text have from each other where none gives anything. */
export const noReferences: References = {
  preambleOf: () => '',
  noteNumbers: new Map(),
  explained: new Set(),
  key: '',
};

const numberNotes = (
  blocks: readonly Block[],
  explained: ReadonlySet<string>,
  grows: boolean,
): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  const add = (label: string) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
  };
  for (const block of blocks)
    if (block.kind === 'markdown')
      block.labels
        .filter((label) => explained.has(label) || (grows && block.notes.includes(label)))
        .forEach(add);
  for (const block of blocks)
    if (block.kind === 'note') block.labels.filter((label) => explained.has(label)).forEach(add);
  // A footnote that nothing refers to is still something that was said.
  explained.forEach(add);
  return numbers;
};

const definitionsOf = (blocks: readonly Block[]): ReadonlyMap<string, string> => {
  const definitions = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'markdown') {
      for (const [label, line] of block.defines) if (!definitions.has(label)) definitions.set(label, line);
    }
  }
  return definitions;
};

/**
 * Finds what the blocks of a text have from each other: addresses of links, and footnotes. While more of the text is to come, a
 * footnote that is referred to has its number before it is there.
 * @returns `before` where nothing changed, so that what was shown with it stays as it is
 */
export const findReferences = (blocks: readonly Block[], grows: boolean, before: References): References => {
  const definitions = definitionsOf(blocks);
  const explained = new Set(blocks.flatMap((block) => (block.kind === 'note' ? [block.label] : [])));
  const noteNumbers = numberNotes(blocks, explained, grows);
  if (definitions.size === 0 && noteNumbers.size === 0) return noReferences;
  const key = JSON.stringify([[...definitions], [...noteNumbers], [...explained]]);
  if (key === before.key) return before;
  const lineOf = (label: string): string =>
    noteNumbers.has(label) ? `[${label.toLowerCase()}]: .\n\n` : (definitions.get(label) ?? '');
  return {
    noteNumbers,
    explained,
    key,
    preambleOf: (block) => {
      if (block.kind !== 'markdown' && block.kind !== 'note') return '';
      // An indented line would go on with what stands before it.
      if (block.labels.length === 0 || /^(?: {4}|\t)/.test(block.source)) return '';
      const lines = block.labels.map(lineOf).join('');
      return lines === '' ? '' : `${lines}\n`;
    },
  };
};
