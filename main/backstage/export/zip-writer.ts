import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Options } from 'yazl';
import yazl from 'yazl';
import { Cancelled } from '../import/cancelled';
import { writeWhole } from './write-file';

/** Content of a file, piece by piece. */
export type Pieces = Iterable<string | Buffer>;

/** Puts a file into the ZIP and returns when it was written: what is not asked for yet is not in memory. */
export type AddFile = (name: string, pieces: Pieces, compress?: boolean) => Promise<void>;

/** One ZIP while it is written. */
class ZipWriter {
  readonly #zip = new yazl.ZipFile();
  /** Aborted when nothing more can be written. */
  readonly #ended = new AbortController();
  readonly #mtime: Date;

  constructor(mtime: Date) {
    this.#mtime = mtime;
  }

  async write(file: string, fill: (add: AddFile) => Promise<void>): Promise<void> {
    const content = this.#zip.outputStream as Readable;
    // Where the one side ends early, the other must not wait for it.
    this.#zip.on('error', (thrown: Error) => content.destroy(thrown));
    content.once('close', () => this.#ended.abort());
    const filled = fill((name, pieces, compress = true) => this.#add(name, pieces, compress))
      .then(() => this.#zip.end())
      .catch((thrown: unknown) => {
        content.destroy(thrown instanceof Error ? thrown : new Cancelled());
        throw thrown;
      });
    const ends = await Promise.allSettled([filled, writeWhole(file, content)]);
    const causes = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    if (causes.length > 0) throw causes.find((each) => !(each instanceof Cancelled)) ?? causes[0];
  }

  async #add(name: string, pieces: Pieces, compress: boolean): Promise<void> {
    const options: Partial<Options> = { mtime: this.#mtime, mode: 0o100600, compress };
    const done = new AbortController();
    await new Promise<void>((resolve, reject) => {
      this.#ended.signal.addEventListener('abort', () => reject(new Cancelled()), {
        once: true,
        signal: done.signal,
      });
      // Lazily: what is given at once the ZIP holds until its end.
      this.#zip.addReadStreamLazy(name, options, (give) => {
        const stream = Readable.from(asBytes(pieces), { objectMode: false });
        stream.once('end', resolve);
        stream.once('error', reject);
        give(null, stream);
      });
    }).finally(() => done.abort());
    await nextTurn();
  }
}

const utf8 = new TextEncoder();

/** Each piece in memory of its own: in Node's pool for small ones, the file names that the ZIP keeps would keep it too. */
function* asBytes(pieces: Pieces): Generator<Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? utf8.encode(piece) : piece;
}

/**
 * Writes a ZIP as `fill` fills it, whole or not at all. `mtime` is the time of all its files. Errors:
 * `transfer.notWritten`, and what `fill` or its pieces throw.
 */
export const writeZip = (file: string, mtime: Date, fill: (add: AddFile) => Promise<void>): Promise<void> =>
  new ZipWriter(mtime).write(file, fill);
