import { useTranslation } from 'react-i18next';
import type { Block } from './blocks';
import styles from './markdown.module.css';
import { MarkdownBlock } from './markdown-block';
import { NoteBackLink, useNoteId } from './note-links';

type NoteBlock = Extract<Block, { readonly kind: 'note' }>;

const isNote = (block: Block): block is NoteBlock => block.kind === 'note';

interface NoteProps {
  readonly block: NoteBlock;
  readonly number: number;
  readonly preamble: string;
}

const Note = ({ block, number, preamble }: NoteProps) => (
  <li id={useNoteId(number)} value={number} data-note={number} tabIndex={-1}>
    <MarkdownBlock source={block.source} preamble={preamble} grows={false} />
    <NoteBackLink number={number} />
  </li>
);

interface FootnotesProps {
  readonly blocks: readonly Block[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly preambleOf: (block: Block) => string;
}

/** What the footnotes of a text say, at its end. */
export const Footnotes = ({ blocks, numbers, preambleOf }: FootnotesProps) => {
  const { t } = useTranslation();
  if (numbers.size === 0) return null;
  const byLabel = new Map(
    blocks
      .filter(isNote)
      .toReversed()
      .map((block) => [block.label, block]),
  );
  return (
    <section className={styles.notes} aria-label={t('markdown.notes')}>
      <ol>
        {[...numbers].map(([label, number]) => {
          const block = byLabel.get(label);
          return block === undefined ? null : (
            <Note key={label} block={block} number={number} preamble={preambleOf(block)} />
          );
        })}
      </ol>
    </section>
  );
};
