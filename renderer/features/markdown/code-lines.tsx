import { memo, type ReactNode } from 'react';
import type { CodePiece } from './blocks';
import styles from './code.module.css';
import type { ColouredLine } from './highlight/highlight';
import { longText } from './long-text';
import { useInTurn } from './ripening';

interface CodeLinesProps {
  readonly piece: CodePiece;
  /** Number of the lines before it in its block. */
  readonly before: number;
  /** The colours of its lines, as far as they are known. */
  readonly coloured: readonly ColouredLine[];
  readonly isDiff: boolean;
}

const textOf = (line: ColouredLine | undefined): string | undefined => line?.map(({ text }) => text).join('');

const stretches = (line: ColouredLine): ReactNode =>
  line.map(({ kind, text }, index) =>
    kind === '' ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of code is its place in its line
      <span key={index} data-kind={kind}>
        {text}
      </span>
    ),
  );

const changeOf = (line: string): 'added' | 'removed' | 'place' | undefined => {
  if (line.startsWith('+') && !line.startsWith('+++')) return 'added';
  if (line.startsWith('-') && !line.startsWith('---')) return 'removed';
  return line.startsWith('@@') ? 'place' : undefined;
};

const sameLines = (a: CodeLinesProps, b: CodeLinesProps): boolean =>
  a.piece.code === b.piece.code &&
  a.before === b.before &&
  a.isDiff === b.isDiff &&
  a.coloured.length === b.coloured.length &&
  a.coloured.every((line, index) => line === b.coloured[index]);

/** Some lines of code. They are plain first and get their colours when there is time. */
export const CodeLines = memo(({ piece, before, coloured, isDiff }: CodeLinesProps) => {
  const colours = useInTurn(coloured);
  return (
    <span className={styles.lines}>
      {piece.code.split('\n').map((text, index) => {
        const line = colours?.[index];
        return (
          // Its number: with counters the browser would count all lines of the page anew whenever one comes.
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of code is its place
            key={index}
            className={styles.line}
            data-line={before + index + 1}
            data-change={isDiff ? changeOf(text) : undefined}
          >
            {line !== undefined && textOf(line) === text ? stretches(line) : longText(text, true)}
            {'\n'}
          </span>
        );
      })}
    </span>
  );
}, sameLines);
