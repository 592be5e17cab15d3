import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../preload/contract/result';

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unknown';

/** Writes a file beside its place and moves it there. Only its owner may read it. Errors: `transfer.notWritten`. */
export const writeBytes = async (file: string, bytes: Uint8Array): Promise<void> => {
  // As backstage names them: one that a kill leaves is removed by the next export.
  const partial = path.join(path.dirname(file), `parlance-${randomUUID().slice(0, 8)}.partial`);
  try {
    await writeFile(partial, bytes, { flag: 'wx', mode: 0o600, flush: true });
    await rename(partial, file);
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw new Failure('transfer.notWritten', 'The file cannot be written', { reason: codeOf(thrown) });
  }
};
