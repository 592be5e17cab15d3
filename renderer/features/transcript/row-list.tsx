import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import type { TranscriptEntry } from '../../../preload/contract/history';
import { Row } from './row';
import type { RowHeights } from './row-heights';
import type { RowRange } from './row-range';
import styles from './transcript.module.css';

interface SpaceProps {
  readonly heights: RowHeights;
  readonly from: number;
  readonly to: number;
}

/** Stands for rows that are not mounted. */
const Space = ({ heights, from, to }: SpaceProps) => {
  const height = heights.top(to) - heights.top(from);
  return height > 0 && <div aria-hidden className={styles.space} style={{ height }} />;
};

interface RowListProps {
  readonly runs: readonly RowRange[];
  readonly count: number;
  readonly heights: RowHeights;
  /** What is at a place; undefined while it is not loaded. */
  readonly entryOf: (at: number) => TranscriptEntry | undefined;
  readonly estimate: ContextEstimate | null;
  /** So many were there before: what comes after them is announced. */
  readonly oldCount: number;
}

/** The rows that are mounted, and empty space in place of the others. */
export const RowList = ({ runs, count, heights, entryOf, estimate, oldCount }: RowListProps) => {
  const row = (at: number) => {
    const entry = entryOf(at);
    const hasLine = estimate !== null && entry?.message.id === estimate.sentFromId;
    return (
      <Row
        key={at}
        at={at}
        count={count}
        entry={entry}
        height={heights.at(at)}
        estimate={hasLine ? estimate : null}
        isOld={at < oldCount}
      />
    );
  };
  return (
    <>
      {/* One list, in which nothing changes places: what runs in a row would begin anew if it were moved. */}
      {runs.flatMap(({ first, end }, index) => [
        <Space key={`above ${first}`} heights={heights} from={runs[index - 1]?.end ?? 0} to={first} />,
        ...Array.from({ length: end - first }, (_, nth) => row(first + nth)),
      ])}
      <Space heights={heights} from={runs.at(-1)?.end ?? 0} to={count} />
    </>
  );
};
