import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../../preload/contract/result';
import { Cancelled } from './cancelled';
import type { ImportSource, SourceFile } from './source-file';
import { openZip } from './zip-source';

const CHUNK_BYTES = 256 * 1024;

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/** What failed reads are told as: those of the disk have a code of its own, those of unpacking have not. */
export const readFailure = (thrown: unknown): unknown => {
  if (thrown instanceof Failure || thrown instanceof Cancelled) return thrown;
  const code = codeOf(thrown);
  if (/^E[A-Z0-9]+$/.test(code) && !code.startsWith('ERR_'))
    return new Failure('transfer.unreadable', 'The file cannot be read', { reason: code });
  return new Failure('transfer.brokenZip', 'The ZIP file is damaged');
};

/** True for the first bytes of a ZIP, an empty one included. */
const isZip = async (file: string): Promise<boolean> => {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.readUInt32BE() === 0x504b0304 || buffer.readUInt32BE() === 0x504b0506;
  } finally {
    await handle.close();
  }
};

const onDisk = async (file: string): Promise<SourceFile> => ({
  name: path.basename(file),
  size: (await stat(file)).size,
  open: async () => createReadStream(file, { highWaterMark: CHUNK_BYTES }),
});

const openOne = async (file: string): Promise<ImportSource> => {
  try {
    if (await isZip(file)) return await openZip(file);
    return { files: [await onDisk(file)], close: () => undefined };
  } catch (thrown) {
    throw readFailure(thrown);
  }
};

/** Opens what was chosen. Errors: `transfer.unreadable`, `transfer.brokenZip`, `transfer.refusedZip`. */
export const openSource = async (paths: readonly string[]): Promise<ImportSource> => {
  const opened: ImportSource[] = [];
  const close = () => {
    for (const each of opened) each.close();
  };
  try {
    for (const file of paths) opened.push(await openOne(file));
  } catch (thrown) {
    close();
    throw thrown;
  }
  return { files: opened.flatMap(({ files }) => files), close };
};
