import { renameSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SnapshotReason } from '../../../preload/contract/history-snapshots';
import { Failure } from '../../../preload/contract/result';
import { syncFile } from '../database/sync-file';
import type { HistoryPlace } from '../protocol-keeping';
import { assertSound } from './assert-sound';
import type { RunJob } from './database-job';
import { removeDatabase } from './open-snapshot';
import { beginSnapshot, rotateSnapshots, snapshotFile } from './snapshot-folder';
import { nameOf } from './snapshot-name';

/** What stays free on the disk beside a snapshot: the daily work needs it more. */
const SPARE_BYTES = 128 * 1024 * 1024;

/** Errors: `history.diskFull` when there is no room for a copy of the history. */
const assertRoom = (historyFile: string): void => {
  const { bavail, bsize } = statfsSync(path.dirname(historyFile));
  if (bavail * bsize < statSync(historyFile).size + SPARE_BYTES)
    throw new Failure('history.diskFull', 'No room for a copy of the history');
};

/**
 * Makes a snapshot of an open history beside the daily work, then removes those that are one too many. Answers with its
 * name. A kill in between leaves nothing that could be taken for a snapshot.
 * It is read whole before it counts: one that cannot be read would be worse than none.
 * Errors: `history.diskFull`, `history.damaged` (it cannot be read whole: the older snapshots stay), `history.unavailable`.
 */
export const makeSnapshot = async (
  runJob: RunJob,
  { file, keyHex }: HistoryPlace,
  reason: SnapshotReason,
  now: number,
): Promise<string> => {
  const name = nameOf(reason, now);
  assertRoom(file);
  const unfinished = beginSnapshot(file, name);
  try {
    const answer = await runJob({ kind: 'copy', file, keyHex, to: unfinished });
    if (!answer.ok) throw new Failure(answer.error.code, answer.error.message);
    await assertSound(runJob, { file: unfinished, keyHex });
  } catch (thrown) {
    removeDatabase(unfinished);
    throw thrown;
  }
  renameSync(unfinished, snapshotFile(file, name));
  rotateSnapshots(file, keyHex);
  return name;
};

/** Makes a snapshot at once, before the first change of a new version; `copy` writes it to a file. */
export const snapshotAtOnce = (
  { file, keyHex }: HistoryPlace,
  reason: SnapshotReason,
  copy: (to: string) => void,
): void => {
  const name = nameOf(reason, Date.now());
  const unfinished = beginSnapshot(file, name);
  copy(unfinished);
  syncFile(unfinished);
  renameSync(unfinished, snapshotFile(file, name));
  rotateSnapshots(file, keyHex);
};
