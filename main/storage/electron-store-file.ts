import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../../preload/contract/result';
import { type Files, ioErrorCode } from './durable-files';

/** Replaces a JSON file with a value, or rejects and leaves the file as it was. */
export type WriteJson = (value: Readonly<Record<string, unknown>>) => Promise<void>;

/** Where a file of electron-store is: `<folder>/<name>.json`. */
export interface StoreFile {
  readonly folder: string;
  readonly name: string;
  readonly path: string;
}

const sameJson = (text: string | null, value: unknown): boolean => {
  try {
    return text !== null && isDeepStrictEqual(JSON.parse(text), value);
  } catch {
    return false;
  }
};

// Loaded at the first write, not at start: it brings a JSON Schema compiler that takes 70 ms to load.
const writeWithElectronStore = async (
  { folder, name }: StoreFile,
  value: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { default: ElectronStore } = await import('electron-store');
  const store = new ElectronStore({
    cwd: folder,
    name,
    configFileMode: 0o600,
    clearInvalidConfig: true,
  });
  store.store = { ...value };
};

/**
 * Writes through electron-store and reads back what was written. electron-store 12 (atomically 2.1) ignores how many
 * bytes reached the disk: on a full one it replaces a good file by the half of a new one and says nothing.
 * Errors: `settings.notSaved` (`reason` is Node's code, or `incomplete`).
 */
export const electronStoreWriter =
  (
    files: Files,
    file: StoreFile,
    replace: typeof writeWithElectronStore = writeWithElectronStore,
  ): WriteJson =>
  async (value) => {
    const plain: Record<string, unknown> = JSON.parse(JSON.stringify(value));
    try {
      const before = await files.read(file.path);
      await replace(file, plain);
      if (sameJson(await files.read(file.path), plain)) return;
      await (before === null ? files.remove(file.path) : files.write(file.path, before));
    } catch (thrown) {
      const reason = ioErrorCode(thrown);
      throw new Failure('settings.notSaved', `${file.name} cannot be written`, { reason });
    }
    throw new Failure('settings.notSaved', `${file.name} was not written whole`, { reason: 'incomplete' });
  };
