import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../../../preload/contract/result';
import { Cancelled } from '../import/cancelled';
import { partialBeside } from './partial-files';

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unknown';

const writeFailure = (thrown: unknown): unknown =>
  thrown instanceof Failure || thrown instanceof Cancelled
    ? thrown
    : new Failure('transfer.notWritten', 'The file cannot be written', { reason: codeOf(thrown) });

/**
 * Writes a file from a stream: beside its place first, moved there when it is whole and on disk. What stood there before
 * stays until then, and when anything fails. Only its owner may read it.
 * Errors: `transfer.notWritten` (`reason`: the system's code), and what the stream throws.
 */
export const writeWhole = async (file: string, content: Readable): Promise<void> => {
  const partial = partialBeside(file);
  try {
    await pipeline(content, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(partial, file);
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw writeFailure(thrown);
  }
};
