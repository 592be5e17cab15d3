import { existsSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { fileStamp } from '../storage/set-aside';

/** True when nothing is there: neither a database nor the log of one. */
export const isEmptyHistory = (file: string): boolean => {
  const sizeOf = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  return sizeOf(file) === 0 && sizeOf(`${file}-wal`) === 0;
};

/** Renames a database and what belongs to it, with the time in the name. Nothing may hold it open. */
export const setHistoryAside = async (file: string): Promise<void> => {
  const stamp = fileStamp(new Date());
  for (const suffix of ['', '-wal', '-shm']) {
    if (!existsSync(file + suffix)) continue;
    await rename(file + suffix, path.join(path.dirname(file), `history-${stamp}.db${suffix}`));
  }
};
