import { constants, existsSync, statSync } from 'node:fs';
import { copyFile, open, rename } from 'node:fs/promises';
import { Failure } from '../../../preload/contract/result';
import { nextOf, setHistoryAside } from '../salvage/salvage';
import { assertSound } from './assert-sound';
import type { RunJob } from './database-job';
import { removeDatabase } from './open-snapshot';
import { snapshotFile } from './snapshot-folder';

const syncFile = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const hasLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** A sound copy of the snapshot, ready to be put in the history's place. Errors: `history.damaged`, `history.diskFull`. */
export const prepareNext = async (
  runJob: RunJob,
  { file, keyHex }: { readonly file: string; readonly keyHex: string },
  name: string,
): Promise<void> => {
  const next = nextOf(file);
  const unfinished = `${next}.part`;
  removeDatabase(next);
  removeDatabase(unfinished);
  try {
    await copyFile(snapshotFile(file, name), unfinished, constants.COPYFILE_FICLONE);
    await syncFile(unfinished);
    await assertSound(runJob, { file: unfinished, keyHex });
    await rename(unfinished, next);
  } catch (thrown) {
    removeDatabase(unfinished);
    const isFull = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC';
    throw isFull ? new Failure('history.diskFull', 'No room for a copy of the snapshot') : thrown;
  }
};

/**
 * Puts what was prepared in the history's place. @param isSound the history of now is in a snapshot: it need not be set
 * aside, unless a part of it is still in its log.
 */
export const putNext = async (file: string, isSound: boolean, now: number): Promise<void> => {
  if (existsSync(file) && (!isSound || hasLog(file))) setHistoryAside(file, now);
  // Of a history that was closed well these hold nothing, and another one must not find them.
  for (const end of ['-wal', '-shm']) removeDatabase(file + end);
  await rename(nextOf(file), file);
};
