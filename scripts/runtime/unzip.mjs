import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

const FILE_TYPE_MASK = 0o170000;
const REGULAR_FILE = 0o100000;

/**
 * Unpacks chosen files of a zip with their modes. yauzl refuses names that would leave the folder.
 * @param {string} zipFile
 * @param {string} folder where to, must exist
 * @param {(name: string) => string | null} place the path inside `folder` for an entry's name, null to leave it out
 * @throws when a chosen entry is neither a file nor a folder (a link could point anywhere)
 */
export async function unzip(zipFile, folder, place) {
  const zip = await yauzl.openPromise(zipFile);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.endsWith('/') ? null : place(entry.fileName);
      if (name === null) continue;
      // The upper half holds the Unix st_mode (APPNOTE 4.4.15, "made by" Unix).
      const mode = entry.externalFileAttributes >>> 16;
      if ((mode & FILE_TYPE_MASK) !== REGULAR_FILE) throw new Error(`Not a plain file: ${entry.fileName}`);
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true });
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(target, { mode: mode & 0o777 }),
      );
    }
  } finally {
    zip.close();
  }
}
