import type { Database } from '../database/database';
import { parseChatFile } from './chat-file-schema';
import type { ChatItem } from './chat-item';
import type { JsonValue, Wants } from './json-reader';
import { dropPieces, keepPiece, readPiece } from './pieces';
import { type OnBytes, readValues } from './read-values';
import type { SourceFile } from './source-file';

/** A chat that stands alone is read by its parts, its attachments each by itself: together they may be gigabytes. */
const wants: Wants = (path, kind) => {
  if (path.length === 0) return kind === 'scalar' ? 'take' : 'enter';
  return path.length === 1 && path[0] === 'attachments' && kind === 'array' ? 'enter' : 'take';
};

const left = (reason: 'broken' | 'tooLarge'): readonly ChatItem[] => [{ kind: 'left', reason, title: '' }];

const itemsOf = async (value: unknown): Promise<readonly ChatItem[]> => {
  const file = await parseChatFile(value);
  if (file === null) return left('broken');
  if (file.kind === 'chat') return [{ kind: 'own', file }];
  return file.draft === undefined ? [] : [{ kind: 'draft', draft: file.draft }];
};

const readWhole = async (value: JsonValue): Promise<readonly ChatItem[]> =>
  value.pieces === null ? left('tooLarge') : ((await readPiece(value, itemsOf)) ?? left('broken'));

/** The keys of an object that is read by its parts, as they were written. */
class Parts {
  readonly #values = new Map<string, JsonValue>();

  /** Adds one, and answers with the object before where this one begins anew. */
  async add(key: string, value: JsonValue): Promise<readonly ChatItem[]> {
    const former = this.#values.has(key) ? await this.end() : [];
    this.#values.set(key, value);
    return former;
  }

  async end(): Promise<readonly ChatItem[]> {
    const values = [...this.#values];
    this.#values.clear();
    if (values.length === 0) return [];
    if (values.some(([, { pieces }]) => pieces === null)) return left('tooLarge');
    // A value that is no JSON is missing then, and the object is not what it should be.
    const fields: (readonly [string, unknown])[] = [];
    for (const [key, value] of values) fields.push([key, await readPiece(value, (each) => each)]);
    return itemsOf(Object.fromEntries(fields));
  }
}

/** The chats of a file of our own format: one, or a list of them. Errors: those of `readValues`. */
export async function* readOwnChats(
  database: Database,
  file: SourceFile,
  onBytes: OnBytes,
): AsyncGenerator<ChatItem> {
  const parts = new Parts();
  dropPieces(database);
  try {
    for await (const value of readValues(file, wants, onBytes)) {
      const [key] = value.path;
      if (value.path.length === 2) await keepPiece(database, value, 'hash');
      else if (typeof key === 'string') yield* await parts.add(key, value);
      else yield* await readWhole(value);
    }
    yield* await parts.end();
  } finally {
    dropPieces(database);
  }
}
