import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every way a text could lie in a file: as it is, as UTF-16 either way round, as base64 at each of its offsets, as hex. */
const encodingsOf = (secret: string): readonly Buffer[] => {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const bigEndian = Buffer.from(utf16).swap16();
  const base64 = [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    // The first and last characters also depend on what stands beside the secret.
    return Buffer.from(shifted.slice(4, -4));
  });
  return [utf8, utf16, bigEndian, Buffer.from(utf8.toString('hex')), ...base64];
};

/** Chromium puts files in the place of others while it runs: one that is gone holds nothing. */
const bytesOf = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return Buffer.of();
  });

/** The files below a folder that hold the text in any of these ways, and how many files were read. */
export const filesHolding = async (
  folder: string,
  secret: string,
): Promise<{ readonly holding: readonly string[]; readonly read: number }> => {
  const needles = encodingsOf(secret);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const holding: string[] = [];
  for (const file of files) {
    const bytes = await bytesOf(file);
    if (needles.some((needle) => bytes.includes(needle))) holding.push(path.relative(folder, file));
  }
  return { holding, read: files.length };
};
