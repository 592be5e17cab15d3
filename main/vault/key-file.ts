import { join } from 'node:path';
import { Failure } from '../../preload/contract/result';
import { type Files, ioErrorCode } from '../storage/durable-files';
import { fileStamp } from '../storage/set-aside';

const KEY = /^[0-9a-f]{64}$/;

/** What stands in the key file. `broken`: a file is there, but it holds no key. */
export type KeyFileContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly keyHex: string }
  | { readonly kind: 'broken' };

const unusable = (thrown: unknown): Failure =>
  new Failure('vault.failed', 'The key file cannot be used', { reason: ioErrorCode(thrown) });

/**
 * `history.key`: the history key in clear, mode 0600, for a computer without a keychain and a person without a
 * passphrase. That it exists is what says so; nothing else records it.
 */
export class KeyFile {
  readonly #files: Files;
  readonly #folder: string;
  readonly #file: string;
  #present = false;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = folder;
    this.#file = join(folder, 'history.key');
  }

  /** Whether the file was there when it was last read or written. */
  get present(): boolean {
    return this.#present;
  }

  /** Errors: `vault.failed` when it is there and cannot be read. */
  async read(): Promise<KeyFileContent> {
    try {
      const text = await this.#files.read(this.#file);
      this.#present = text !== null;
      if (text === null) return { kind: 'none' };
      const keyHex = text.trim();
      return KEY.test(keyHex) ? { kind: 'key', keyHex } : { kind: 'broken' };
    } catch (thrown) {
      throw unusable(thrown);
    }
  }

  /** Writes the key. A file with anything else in it is renamed before. Errors: `vault.failed`. */
  async write(keyHex: string): Promise<void> {
    const content = await this.read();
    if (content.kind === 'key' && content.keyHex === keyHex) return;
    if (content.kind !== 'none') await this.retire();
    try {
      await this.#files.write(this.#file, `${keyHex}\n`);
      this.#present = true;
    } catch (thrown) {
      throw unusable(thrown);
    }
  }

  /** Renames the file, if there is one, so that it is no longer used. Errors: `vault.failed`. */
  async retire(): Promise<void> {
    if ((await this.read()).kind === 'none') return;
    try {
      await this.#files.rename(this.#file, join(this.#folder, `history-${fileStamp(new Date())}.key`));
      this.#present = false;
    } catch (thrown) {
      throw unusable(thrown);
    }
  }

  /** Ends the use of the file now that `keyHex` is kept elsewhere: a copy of it is removed, another key renamed. */
  async discard(keyHex: string): Promise<void> {
    const content = await this.read();
    if (content.kind === 'key' && content.keyHex === keyHex) {
      await this.#files.remove(this.#file);
      this.#present = false;
    } else {
      await this.retire();
    }
  }
}
