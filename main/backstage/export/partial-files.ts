import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const PARTIAL = /^parlance-[0-9a-f]{8}\.partial$/;

/** A file that is being written grows many times a second. In milliseconds. */
const UNTOUCHED_MS = 60_000;

/** Where a file is written before it is moved to its name. Short: the name itself may be as long as a name can be. */
export const partialBeside = (file: string): string =>
  path.join(path.dirname(file), `parlance-${randomUUID().slice(0, 8)}.partial`);

/** Whether a name is one that only `partialBeside` gives. */
export const isPartial = (name: string): boolean => PARTIAL.test(name);

/**
 * Removes from a folder what killed writes left. What is still being written stays, whoever writes it. Never rejects: a
 * folder that cannot be read fails where it is written to.
 */
export const removeLeftovers = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isPartial)) {
    const file = path.join(folder, name);
    const touched = await stat(file).catch(() => null);
    if (touched?.isFile() && Date.now() - touched.mtimeMs > UNTOUCHED_MS)
      await rm(file, { force: true }).catch(() => undefined);
  }
};
