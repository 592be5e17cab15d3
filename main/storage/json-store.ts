import { join } from 'node:path';
import { diskFiles, type Files } from './durable-files';
import { electronStoreWriter, type WriteJson } from './electron-store-file';
import { setAside } from './set-aside';

/** What a parser made of a file's JSON. `isWhole` is false when something in it had to be replaced by a default. */
export interface ParsedJson<T> {
  readonly value: T;
  readonly isWhole: boolean;
}

/** How a store is opened. `parse` gets `undefined` where there is no usable JSON, and answers with the defaults. */
export interface JsonStoreOptions<T> {
  readonly folder: string;
  /** The file's name without `.json`. */
  readonly name: string;
  readonly parse: (json: unknown) => ParsedJson<T>;
  readonly files?: Files;
  readonly write?: WriteJson;
}

/** One checked JSON file and its value in memory: the two change together or not at all. */
export interface JsonStore<T> {
  readonly value: T;
  /** True when the file was broken, in whole or in part, and was renamed. */
  readonly wasSetAside: boolean;
  /** Errors: `settings.notSaved`, and then the value is still the old one. */
  readonly write: (next: T) => Promise<void>;
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const parseText = (text: string): JsonObject | undefined => {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
};

/** Opens a store. A file that is broken or holds anything invalid is renamed, and what is valid in it is written anew. */
export const openJsonStore = async <T extends object>({
  folder,
  name,
  parse,
  files = diskFiles,
  write,
}: JsonStoreOptions<T>): Promise<JsonStore<T>> => {
  const file = { folder, name, path: join(folder, `${name}.json`) };
  const writeJson = write ?? electronStoreWriter(files, file);
  const text = await files.read(file.path);
  const json = text === null ? undefined : parseText(text);
  const parsed = parse(json);
  const wasSetAside = text !== null && (json === undefined || !parsed.isWhole);
  let value = parsed.value;
  // Keys of a newer Parlance are kept, so that going back to an older one for a day loses nothing.
  const toJson = (next: T): JsonObject => ({ ...json, ...next });
  if (wasSetAside) {
    await setAside(files, file.path);
    // What is valid lives on in memory in any case; a disk that refuses writes is told at the next change.
    await writeJson(toJson(value)).catch(() => undefined);
  }
  return {
    get value() {
      return value;
    },
    wasSetAside,
    async write(next) {
      await writeJson(toJson(next));
      value = next;
    },
  };
};
