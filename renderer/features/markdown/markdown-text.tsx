import { useId, useMemo, useState } from 'react';
import type { StreamedText } from '../../stores/streamed-text';
import { nothingSplit, splitBlocks } from './blocks';
import { CHAPTER, Chapter } from './chapter';
import { Footnotes } from './footnotes';
import { inParts, nothingPaged, pageBlocks } from './groups';
import styles from './markdown.module.css';
import { NotesContext } from './note-links';
import { findReferences, noReferences } from './references';

/** Keeps the last split, so that a text that grows is read again only at its end. */
const makeReader = () => {
  let split = nothingSplit;
  let paged = nothingPaged;
  let references = noReferences;
  return (text: StreamedText, grows: boolean) => {
    split = splitBlocks(split, text);
    paged = pageBlocks(paged, split);
    const { blocks, gives } = split;
    references = gives ? findReferences(blocks, grows, references) : noReferences;
    return { blocks, chapters: inParts(paged.pages, CHAPTER), references };
  };
};

interface MarkdownTextProps {
  readonly text: StreamedText;
  /** True while more of the text is to come. */
  readonly grows: boolean;
}

/** Shows Markdown. Raw HTML is text, remote images are not loaded, links are opened by the system. */
export const MarkdownText = ({ text, grows }: MarkdownTextProps) => {
  const prefix = useId();
  const [read] = useState(makeReader);
  const { blocks, chapters, references } = read(text, grows);
  // The same object where it can be: React looks through the whole text for those who use one that changed.
  const notes = useMemo(() => ({ ...references, prefix }), [references, prefix]);
  return (
    <NotesContext value={notes}>
      <div className={styles.markdown}>
        {chapters.map((chapter, index) => (
          <Chapter
            // biome-ignore lint/suspicious/noArrayIndexKey: a chapter is its place in the text
            key={index}
            pages={chapter}
            preambleOf={references.preambleOf}
            grows={grows && index === chapters.length - 1}
            isSettled={index < chapters.length - 1}
          />
        ))}
        <Footnotes blocks={blocks} references={references} grows={grows} />
      </div>
    </NotesContext>
  );
};
