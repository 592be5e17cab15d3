import { memo } from 'react';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import type { TranscriptEntry } from '../../../preload/contract/history';
import { SentFromLine } from '../budget/sent-from-line';
import { Entry } from './entry';
import styles from './transcript.module.css';

interface RowProps {
  readonly at: number;
  readonly count: number;
  /** Undefined while it is not loaded. */
  readonly entry: TranscriptEntry | undefined;
  /** The height of a row that is not loaded, in CSS pixels. */
  readonly height: number;
  /** Set where the line stands above which messages are not sent. */
  readonly estimate: ContextEstimate | null;
  /** False for what is new: that is announced, what was scrolled to is not. */
  readonly isOld: boolean;
}

/** One place of the transcript. */
export const Row = memo(({ at, count, entry, height, estimate, isOld }: RowProps) =>
  entry === undefined ? (
    <div data-row={at} data-blank aria-hidden className={styles.row} style={{ height }}>
      <div className={styles.blank} />
    </div>
  ) : (
    <div data-row={at} className={styles.row} aria-live={isOld ? 'off' : undefined}>
      {estimate !== null && <SentFromLine estimate={estimate} />}
      <Entry key={entry.answers[0]?.id ?? entry.message.id} entry={entry} position={at + 1} count={count} />
    </div>
  ),
);
