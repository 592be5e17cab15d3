import { useTranslation } from 'react-i18next';
import type { Block } from './blocks';
import { MarkdownBlock } from './markdown-block';
import { NoteBackLink, useNoteId } from './note-links';
import styles from './notes.module.css';
import type { References } from './references';

type NoteBlock = Extract<Block, { readonly kind: 'note' }>;

const isNote = (block: Block): block is NoteBlock => block.kind === 'note';

interface NoteProps {
  readonly block: NoteBlock;
  readonly number: number;
  readonly preamble: string;
  readonly grows: boolean;
}

const Note = ({ block, number, preamble, grows }: NoteProps) => (
  <li id={useNoteId(number)} value={number} data-note={number} tabIndex={-1}>
    <MarkdownBlock source={block.source} preamble={preamble} grows={grows} />
    <NoteBackLink number={number} />
  </li>
);

interface FootnotesProps {
  readonly blocks: readonly Block[];
  readonly references: References;
  /** True while text may still be appended to the last block. */
  readonly grows: boolean;
}

/** What the footnotes of a text say, at its end. */
export const Footnotes = ({ blocks, references, grows }: FootnotesProps) => {
  const { t } = useTranslation();
  const { noteNumbers, explained, preambleOf } = references;
  if (explained.size === 0) return null;
  const byLabel = new Map(
    blocks
      .filter(isNote)
      .toReversed()
      .map((block) => [block.label, block]),
  );
  return (
    <section className={styles.notes} aria-label={t('markdown.notes')}>
      <ol>
        {[...noteNumbers].map(([label, number]) => {
          const block = byLabel.get(label);
          return block === undefined ? null : (
            <Note
              key={label}
              block={block}
              number={number}
              preamble={preambleOf(block)}
              grows={grows && block === blocks.at(-1)}
            />
          );
        })}
      </ol>
    </section>
  );
};
