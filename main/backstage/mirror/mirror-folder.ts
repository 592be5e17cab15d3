import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../../../preload/contract/result';
import { writeWhole } from '../export/write-file';

/** What a folder holds that is a mirror. Without it nothing is written: a drive that is not there leaves an empty folder. */
const MARKER = 'parlance-mirror.json';

/** Half-written files are nobody's: git and Syncthing are told so. */
const IGNORED = '*.partial\n';

/** Pieces between which others get their turn. */
const AT_ONCE = 32;

/** The folders below it that are ours. */
export type Shelf = 'chats' | 'attachments';

/** Content that can be made as often as it is needed. */
export type Content = () => Iterable<string | Uint8Array>;

const bytesOf = (piece: string | Uint8Array): Uint8Array =>
  typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;

async function* inTurns(content: Content): AsyncGenerator<Uint8Array> {
  let count = 0;
  for (const piece of content()) {
    yield bytesOf(piece);
    count += 1;
    if (count % AT_ONCE === 0) await nextTurn();
  }
}

const digestOf = async (pieces: AsyncIterable<Uint8Array>): Promise<{ digest: string; size: number }> => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of pieces) {
    hash.update(bytes);
    size += bytes.length;
  }
  return { digest: hash.digest('hex'), size };
};

const isMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';

const sizeOf = async (file: string): Promise<number | null> => {
  try {
    return (await stat(file)).size;
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
};

/** The history that writes into a folder; null: it is no mirror. Anything unreadable counts as somebody else's. */
const ownerOf = async (folder: string): Promise<string | null> => {
  try {
    const marker: unknown = JSON.parse(await readFile(path.join(folder, MARKER), 'utf8'));
    const isMarker = typeof marker === 'object' && marker !== null && 'history' in marker;
    return isMarker && typeof marker.history === 'string' ? marker.history : '';
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    if (thrown instanceof SyntaxError) return '';
    throw thrown;
  }
};

/** One mirror folder. Errors: those of the file system, and `transfer.notWritten`. */
export class MirrorFolder {
  readonly #folder: string;
  readonly #owner: string;

  constructor(folder: string, owner: string) {
    this.#folder = folder;
    this.#owner = owner;
  }

  /** Makes a folder the mirror of this history. Errors: `mirror.foreign` when it is another one's. */
  async claim(): Promise<void> {
    const owner = await ownerOf(this.#folder);
    if (owner !== null && owner !== this.#owner)
      throw new Failure('mirror.foreign', 'Another history is mirrored there');
    const marker = { parlance: 1, kind: 'mirror', history: this.#owner };
    if (owner === null)
      await writeWhole(
        path.join(this.#folder, MARKER),
        Readable.from([`${JSON.stringify(marker, null, 2)}\n`]),
      );
    for (const name of ['.gitignore', '.stignore'])
      if ((await sizeOf(path.join(this.#folder, name))) === null)
        await writeFile(path.join(this.#folder, name), IGNORED, { flag: 'wx', mode: 0o600 });
  }

  /** Whether it is there and this history's. */
  async isReady(): Promise<boolean> {
    return (await ownerOf(this.#folder)) === this.#owner;
  }

  /** The names on a shelf. */
  async names(shelf: Shelf): Promise<readonly string[]> {
    await mkdir(path.join(this.#folder, shelf), { recursive: true, mode: 0o700 });
    return (await readdir(path.join(this.#folder, shelf))).sort();
  }

  /** Writes a file whole, and not at all where it holds just that already. */
  async write(shelf: Shelf, name: string, content: Content): Promise<void> {
    const file = path.join(this.#folder, shelf, name);
    const former = await sizeOf(file);
    if (former !== null) {
      const wanted = await digestOf(inTurns(content));
      if (former === wanted.size && (await digestOf(createReadStream(file))).digest === wanted.digest) return;
    }
    await writeWhole(file, Readable.from(inTurns(content)));
  }

  /** Removes a file; one that is not there is no error. */
  async remove(shelf: Shelf, name: string): Promise<void> {
    await rm(path.join(this.#folder, shelf, name), { force: true });
  }
}
