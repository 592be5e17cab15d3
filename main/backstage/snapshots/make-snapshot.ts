import { renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SnapshotReason } from '../../../preload/contract/history-snapshots';
import { Failure } from '../../../preload/contract/result';
import type { RunJob } from './database-job';
import { beginSnapshot, folderOf, rotateSnapshots, snapshotFile } from './snapshot-folder';
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
 * Errors: `history.diskFull`, `history.damaged` (it cannot be read whole: the older snapshots stay), `history.unavailable`.
 */
export const makeSnapshot = async (
  runJob: RunJob,
  { file, keyHex }: { readonly file: string; readonly keyHex: string },
  reason: SnapshotReason,
  now: number,
): Promise<string> => {
  const name = nameOf(reason, now);
  assertRoom(file);
  const unfinished = beginSnapshot(file, name);
  const answer = await runJob({ kind: 'copy', file, keyHex, to: unfinished });
  if (!answer.ok) {
    rmSync(unfinished, { force: true });
    throw new Failure(answer.error.code, answer.error.message);
  }
  renameSync(unfinished, snapshotFile(file, name));
  rotateSnapshots(file);
  return name;
};

/** Where a snapshot is written at once, before the first change of a new version. */
export const snapshotAtOnce = (
  historyFile: string,
  reason: SnapshotReason,
  copy: (to: string) => void,
): void => {
  const name = nameOf(reason, Date.now());
  const unfinished = beginSnapshot(historyFile, name);
  copy(unfinished);
  renameSync(unfinished, path.join(folderOf(historyFile), name));
  rotateSnapshots(historyFile);
};
