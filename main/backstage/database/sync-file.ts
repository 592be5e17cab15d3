import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns when what was written to a file is on the disk itself. */
export const syncFile = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
