import { useId, useState } from 'react';
import { BlockPage } from './block-group';
import { type Block, nothingSplit, type SplitText, splitBlocks } from './blocks';
import { Footnotes } from './footnotes';
import { groupBlocks, inPages } from './groups';
import styles from './markdown.module.css';
import { NotesContext } from './note-links';
import { findReferences } from './references';

/** Keeps the last split, so that a text that grows is read again only at its end. */
const makeSplitter = () => {
  let last: SplitText = nothingSplit;
  return (text: string): readonly Block[] => {
    last = splitBlocks(last, text);
    return last.blocks;
  };
};

interface MarkdownTextProps {
  readonly text: string;
  /** True while more of the text is to come. */
  readonly grows: boolean;
}

/** Shows Markdown. Raw HTML is text, remote images are not loaded, links are opened by the system. */
export const MarkdownText = ({ text, grows }: MarkdownTextProps) => {
  const prefix = useId();
  const [split] = useState(makeSplitter);
  const blocks = split(text);
  const { noteNumbers, preambleOf } = findReferences(blocks);
  const pages = inPages(groupBlocks(blocks));
  return (
    <NotesContext value={{ numbers: noteNumbers, prefix }}>
      <div className={styles.markdown}>
        {pages.map((page, index) => (
          <BlockPage
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the text
            key={index}
            groups={page}
            preambleOf={preambleOf}
            grows={grows && index === pages.length - 1}
          />
        ))}
        <Footnotes blocks={blocks} numbers={noteNumbers} preambleOf={preambleOf} />
      </div>
    </NotesContext>
  );
};
