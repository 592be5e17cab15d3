import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { SalvageReport } from '../../../preload/contract/history-snapshots';
import { Failure } from '../../../preload/contract/result';
import type { HistoryPlace } from '../protocol-keeping';
import type { JobWatch, RunJob } from '../snapshots/database-job';
import { removeDatabase } from '../snapshots/open-snapshot';
import { scratchOf } from './salvage-into';

/** Where a history is completed that will take the place of the one that is there. */
export const nextOf = (file: string): string => `${file}.next`;

/** What came after `.next` was whole: the old files are renamed, never deleted. Answers with the new name. */
export const setHistoryAside = (file: string, now: number): string => {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const name = `history-${stamp}.db`;
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, path.join(path.dirname(file), name + end));
  }
  return name;
};

/**
 * Copies what can be read of a damaged history to a sound one and puts that in its place; the damaged one is renamed and
 * otherwise left as it is. A kill in between leaves one of the two in place. The history must not be open.
 * @returns null when it was stopped: nothing was changed.
 * Errors, with nothing changed: `history.damaged` (nothing of it can be read), `history.diskFull`.
 */
export const salvage = async (
  runJob: RunJob,
  { file, keyHex }: HistoryPlace,
  now: number,
  watch: JobWatch,
): Promise<SalvageReport | null> => {
  const next = nextOf(file);
  const unfinished = `${next}.part`;
  removeDatabase(next);
  try {
    const answer = await runJob({ kind: 'salvage', file, keyHex, to: unfinished }, watch);
    if (watch.signal.aborted) return null;
    if (!answer.ok) throw new Failure(answer.error.code, answer.error.message);
    renameSync(unfinished, next);
    const setAside = setHistoryAside(file, now);
    renameSync(next, file);
    return { ...answer.value, setAside };
  } finally {
    removeDatabase(unfinished);
    removeDatabase(scratchOf(file));
  }
};
