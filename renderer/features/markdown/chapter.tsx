import { memo } from 'react';
import { BlockPage, type PartProps } from './block-group';
import type { Group } from './groups';
import styles from './markdown.module.css';

/** So many pages are one chapter. */
export const CHAPTER = 16;

interface ChapterProps extends PartProps {
  readonly pages: readonly (readonly Group[])[];
}

const sameChapter = (a: ChapterProps, b: ChapterProps): boolean =>
  a.grows === b.grows &&
  a.isSettled === b.isSettled &&
  a.preambleOf === b.preambleOf &&
  a.pages.length === b.pages.length &&
  a.pages.every((page, index) => page === b.pages[index]);

/**
 * Some pages of a text: for each token React looks at all chapters, and at the pages of the last one. It is not skipped as a whole:
 * when a box of so much begins to be, the browser takes a tenth of a second for all that is in it.
 */
export const Chapter = memo(
  ({ pages, preambleOf, grows, isSettled }: ChapterProps) => (
    <div className={styles.chapter}>
      {pages.map((page, index) => (
        <BlockPage
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the text
          key={index}
          groups={page}
          preambleOf={preambleOf}
          grows={grows && index === pages.length - 1}
          isSettled={isSettled || index < pages.length - 1}
        />
      ))}
    </div>
  ),
  sameChapter,
);
