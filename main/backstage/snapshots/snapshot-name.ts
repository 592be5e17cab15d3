import {
  SNAPSHOT_NAME,
  type SnapshotReason,
  snapshotReasons,
} from '../../../preload/contract/history-snapshots';

/** The file name of a snapshot that is made at `now` (milliseconds); no character in it is refused by a file system. */
export const nameOf = (reason: SnapshotReason, now: number): string =>
  `history-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}-${reason}.db`;

/** What a file name says; null for a file that is no snapshot. */
export const readName = (
  name: string,
): { readonly madeAt: number; readonly reason: SnapshotReason } | null => {
  const [, date, hours, minutes, seconds, milliseconds, found] = SNAPSHOT_NAME.exec(name) ?? [];
  const madeAt = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
  const reason = snapshotReasons.find((each) => each === found);
  return reason === undefined || Number.isNaN(madeAt) ? null : { madeAt, reason };
};
