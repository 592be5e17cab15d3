import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/**
 * After a kill between the last two steps of a restoration or a salvage, which left the new history beside its place: the
 * last step is done now. Beside a history it is of no use any more.
 */
export const finishPutting = async (file: string): Promise<void> => {
  const next = `${file}.next`;
  if (!existsSync(next)) return;
  if (existsSync(file)) await rm(next, { force: true });
  else await rename(next, file);
};
