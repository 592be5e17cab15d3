import { open, rename, rm } from 'node:fs/promises';
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

/** The file is there before the content is asked for, and closed when it fails: then it can be cleared away for certain. */
const writeTo = async (partial: string, content: Readable): Promise<void> => {
  const file = await open(partial, 'wx', 0o600);
  try {
    await pipeline(content, file.createWriteStream({ flush: true }));
  } finally {
    await file.close();
  }
};

/**
 * Writes a file from a stream: beside its place first, moved there when it is whole and on disk. What stood there before
 * stays until then, and when anything fails. Only its owner may read it.
 * Errors: `transfer.notWritten` (`reason`: the system's code), and what the stream throws.
 */
export const writeWhole = async (file: string, content: Readable): Promise<void> => {
  const partial = partialBeside(file);
  try {
    await writeTo(partial, content);
    await rename(partial, file);
  } catch (thrown) {
    content.destroy();
    await rm(partial, { force: true }).catch(() => undefined);
    throw writeFailure(thrown);
  }
};
