import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import yauzl from 'yauzl';
import { Failure } from '../../../preload/contract/result';
import type { ImportSource, SourceFile } from './source-file';

/** More files than ten years of chats with images bring. */
const MAX_ENTRIES = 1_000_000;
/** Text shrinks to a tenth; what shrinks to less than this part of it was made to fill memory or disk. */
const MAX_RATIO = 250;
/** A short file may shrink by any ratio. */
const MIN_SUSPECT_BYTES = 64 * 1024 * 1024;

const refused = (reason: string): Failure =>
  new Failure('transfer.refusedZip', 'Not a ZIP that an app exports', { reason });

const isSuspect = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > MIN_SUSPECT_BYTES && uncompressedSize > compressedSize * MAX_RATIO;

const openFile = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Not by its own idea of when it is done: entries are read later, some of them twice.
    yauzl.open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(new Failure('transfer.brokenZip', 'The ZIP file is damaged')) : resolve(zip),
    );
  });

/**
 * The bytes of a file, and at its end an error where they are not those that were packed: yauzl looks at their number only.
 * Not a `Transform`, which would throw away what is not read yet when it fails.
 */
async function* checked(stream: Readable, wanted: number): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of stream) {
    sum = crc32(chunk as Buffer, sum);
    yield chunk as Buffer;
  }
  if (sum !== wanted) throw new Failure('transfer.brokenZip', 'A file of the ZIP file is damaged');
}

const openEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    if (entry.isEncrypted()) reject(refused('encrypted'));
    else if (isSuspect(entry)) reject(refused('bomb'));
    else
      zip.openReadStream(entry, (error, stream) => {
        if (error) reject(error);
        else resolve(Readable.from(checked(stream, entry.crc32)));
      });
  });

/** yauzl tells of names that lead out of the folder by an error of the whole file. */
const isBadName = (error: Error): boolean =>
  /absolute path|relative path|characters in fileName/i.test(error.message);

const listEntries = (zip: ZipFile): Promise<readonly SourceFile[]> =>
  new Promise((resolve, reject) => {
    const files: SourceFile[] = [];
    zip.on('entry', (entry: Entry) => {
      const { fileName: name, uncompressedSize: size } = entry;
      if (!name.endsWith('/')) files.push({ name, size, open: () => openEntry(zip, entry) });
      zip.readEntry();
    });
    zip.once('end', () => resolve(files));
    zip.once('error', (error: Error) =>
      reject(
        isBadName(error) ? refused('names') : new Failure('transfer.brokenZip', 'The ZIP file is damaged'),
      ),
    );
    zip.readEntry();
  });

/**
 * Opens a ZIP. Only its list of contents is held; nothing of it is ever written to a path that it names.
 * Errors: `transfer.brokenZip`, `transfer.refusedZip` (`reason`: `entries`, `names`; when a file of it is opened also `bomb`
 * and `encrypted`).
 */
export const openZip = async (file: string): Promise<ImportSource> => {
  const zip = await openFile(file);
  try {
    if (zip.entryCount > MAX_ENTRIES) throw refused('entries');
    return { files: await listEntries(zip), close: () => zip.close() };
  } catch (thrown) {
    zip.close();
    throw thrown;
  }
};
