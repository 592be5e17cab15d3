import type { Files } from './durable-files';

/** A moment as it can stand in a file's name on every system: `2026-11-22T11-15-00-123Z`. */
export const fileStamp = (now: Date): string => now.toISOString().replaceAll(/[:.]/g, '-');

/** Renames a broken file to `<file>.broken-<moment>`: it is never deleted, a person may still want what is in it. */
export const setAside = (files: Files, file: string): Promise<void> =>
  files.rename(file, `${file}.broken-${fileStamp(new Date())}`);
