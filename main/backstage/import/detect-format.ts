import { Failure } from '../../../preload/contract/result';
import type { ImportFormat } from '../../../preload/contract/transfer';
import type { Wants } from './json-reader';
import { readLines, readValues } from './read-values';
import type { ImportSource, SourceFile } from './source-file';

/** Keys that only this format has, at the top of its file or of the chats in it. */
const signs: ReadonlyArray<readonly [key: RegExp, format: ImportFormat]> = [
  [/^parlance$/, 'parlance'],
  [/^mapping$/, 'chatgpt'],
  [/^chat_messages$/, 'claude'],
  [/^(chat-sessions(-list)?|session:.+)$/, 'chatbox'],
  [/^indexedDB$/, 'cherry'],
  [/^chat-next-web-store$/, 'nextchat'],
  [/^(messages|custom_id|preferred_output)$/, 'openaiJsonl'],
];

const formatOfKey = (key: string | number | undefined): ImportFormat | undefined =>
  signs.find(([sign]) => typeof key === 'string' && sign.test(key))?.[1];

class Decided extends Error {
  constructor(readonly format: ImportFormat) {
    super();
  }
}

/** Asked for every value, wants none, and stops the reading as soon as a key tells. */
const deciding: Wants = (path, kind) => {
  const isArray = typeof path[0] === 'number';
  if (path.length === 0 && kind === 'scalar') throw new Failure('transfer.broken', 'No array and no object');
  if (path.length === 0 || (path.length === 1 && path[0] === 0)) return 'enter';
  const format = formatOfKey(isArray ? path[1] : path[0]);
  if (format !== undefined) throw new Decided(format);
  return 'pass';
};

const isJsonName = (name: string): boolean => /\.(json|jsonl|txt)$/i.test(name) || !name.includes('.');

/** The format of one file by what it holds; null when it holds no chats. Errors: as `readValues`. */
export const formatOf = async (file: SourceFile): Promise<ImportFormat | null> => {
  try {
    for await (const _ of readValues(file, deciding, () => undefined)) return null;
    return null;
  } catch (thrown) {
    if (thrown instanceof Decided) return thrown.format;
    throw thrown;
  }
};

/** A list of JSON lines whose first line is broken is one all the same. */
export const hasGoodLine = async (file: SourceFile): Promise<boolean> => {
  let count = 0;
  for await (const line of readLines(file, () => undefined)) {
    if (line?.trimStart().startsWith('{') && /"(messages|custom_id)"\s*:/.test(line)) return true;
    count += 1;
    if (count === 100) return false;
  }
  return false;
};

/** Files in the order of their names, `conversations-2` before `conversations-10`. */
const byName = new Intl.Collator('en', { numeric: true });

/** Those that may hold chats: in a ZIP all JSON files, of chosen ones each. */
const candidates = (source: ImportSource): readonly SourceFile[] => {
  const named =
    source.files.length === 1 ? source.files : source.files.filter(({ name }) => isJsonName(name));
  return named.toSorted((a, b) => byName.compare(a.name, b.name));
};

/** What a source holds, and in which of its files the chats may be. */
export interface DetectedSource {
  readonly format: ImportFormat;
  readonly files: readonly SourceFile[];
}

/**
 * Finds out by their content what was chosen.
 * Errors: `transfer.unknownFormat`; `transfer.truncated` and `transfer.broken` where the only file is cut or no JSON.
 */
export const detectFormat = async (source: ImportSource): Promise<DetectedSource> => {
  const files = candidates(source);
  let problem = new Failure('transfer.unknownFormat', 'No chats of a known format');
  for (const file of files) {
    try {
      const format = await formatOf(file);
      if (format !== null) return { format, files };
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      if (await hasGoodLine(file)) return { format: 'openaiJsonl', files };
      if (files.length === 1) problem = asFailure(thrown);
      else if (!thrown.code.startsWith('transfer.b') && thrown.code !== 'transfer.truncated') throw thrown;
    }
  }
  throw problem;
};

/** What does not even begin as JSON is no damaged export but some other file. */
const asFailure = (failure: Failure): Failure =>
  failure.code === 'transfer.broken' ? new Failure('transfer.unknownFormat', 'Not JSON') : failure;
