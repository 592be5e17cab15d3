import type { HistorySnapshot, SnapshotReason } from '../../../preload/contract/history-snapshots';

/** How many of each kind are kept. */
const KEPT: Readonly<Record<SnapshotReason, number>> = {
  daily: 7,
  manual: 5,
  migration: 2,
  update: 2,
  restore: 3,
};

/** Together they may take this many times the newest one's size, and this many bytes more. */
const MAX_TIMES = 5;
const MAX_MORE_BYTES = 256 * 1024 * 1024;

type Kept = Pick<HistorySnapshot, 'name' | 'madeAt' | 'size' | 'reason'>;

/**
 * The snapshots that are one too many: more than so many of a kind, then the oldest while all together take too much. The
 * newest of each kind stays in any case.
 */
export const superfluous = <T extends Kept>(snapshots: readonly T[]): readonly T[] => {
  const newestFirst = snapshots.toSorted((a, b) => b.madeAt - a.madeAt);
  const bound = (newestFirst[0]?.size ?? 0) * MAX_TIMES + MAX_MORE_BYTES;
  const counts = new Map<SnapshotReason, number>();
  let bytes = 0;
  return newestFirst.filter(({ reason, size }) => {
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    const isKept = count === 1 || (count <= KEPT[reason] && bytes + size <= bound);
    if (isKept) bytes += size;
    return !isKept;
  });
};
