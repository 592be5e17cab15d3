import type { HistorySnapshot, SnapshotReason } from '../../../preload/contract/history-snapshots';
import { DAY_MS } from '../../../preload/contract/trash';

/** How many of each kind are kept: of the daily ones these, and the last of each of so many weeks before. */
const KEPT: Readonly<Record<SnapshotReason, number>> = {
  daily: 7,
  manual: 5,
  migration: 2,
  update: 2,
  restore: 3,
};

const KEPT_WEEKS = 4;
const WEEK_MS = 7 * DAY_MS;

/** Together they may take this many times the newest one's size, and this many bytes more. */
const MAX_TIMES = 5;
const MAX_MORE_BYTES = 256 * 1024 * 1024;

type Kept = Pick<HistorySnapshot, 'name' | 'madeAt' | 'size' | 'reason'>;

/** Tells of each snapshot, newest first, whether enough of its kind have been kept already. */
const countKinds = (): ((snapshot: Kept) => { readonly isNewest: boolean; readonly isEnough: boolean }) => {
  const counts = new Map<SnapshotReason, number>();
  const weeks = new Set<number>();
  return ({ reason, madeAt }) => {
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    if (count <= KEPT[reason]) return { isNewest: count === 1, isEnough: false };
    const week = Math.floor(madeAt / WEEK_MS);
    const isLastOfWeek = reason === 'daily' && !weeks.has(week) && weeks.size < KEPT_WEEKS;
    if (isLastOfWeek) weeks.add(week);
    return { isNewest: false, isEnough: !isLastOfWeek };
  };
};

/**
 * The snapshots that are one too many: more than so many of a kind, then the oldest while all together take too much. The
 * newest of each kind stays in any case.
 */
export const superfluous = <T extends Kept>(snapshots: readonly T[]): readonly T[] => {
  const newestFirst = snapshots.toSorted((a, b) => b.madeAt - a.madeAt);
  const bound = (newestFirst[0]?.size ?? 0) * MAX_TIMES + MAX_MORE_BYTES;
  const take = countKinds();
  let bytes = 0;
  return newestFirst.filter((snapshot) => {
    const { isNewest, isEnough } = take(snapshot);
    const isKept = isNewest || (!isEnough && bytes + snapshot.size <= bound);
    if (isKept) bytes += snapshot.size;
    return !isKept;
  });
};
