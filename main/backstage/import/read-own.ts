import type { Database } from '../database/database';
import { parseChatFile } from './chat-file-schema';
import type { SourceFile } from './import-source';
import type { JsonValue, Wants } from './json-reader';
import { dropPieces, keepPiece, readPiece } from './pieces';
import type { ChatItem } from './read-chats';
import { type OnBytes, readValues } from './read-values';

/** A chat that stands alone is read by its parts, its attachments each by itself: together they may be gigabytes. */
const wants: Wants = (path, kind) => {
  if (path.length === 0) return kind === 'scalar' ? 'take' : 'enter';
  return path.length === 1 && path[0] === 'attachments' && kind === 'array' ? 'enter' : 'take';
};

const left = (reason: 'broken' | 'tooLarge'): readonly ChatItem[] => [{ kind: 'left', reason, title: '' }];

const itemsOf = (value: unknown): readonly ChatItem[] => {
  const file = parseChatFile(value);
  if (file === null) return left('broken');
  if (file.kind === 'chat') return [{ kind: 'own', file }];
  return file.draft === undefined ? [] : [{ kind: 'draft', draft: file.draft }];
};

const readWhole = (value: JsonValue): readonly ChatItem[] =>
  value.bytes === null ? left('tooLarge') : (readPiece(value, itemsOf) ?? left('broken'));

/** The keys of an object that is read by its parts, as they were written. */
class Parts {
  readonly #values = new Map<string, JsonValue>();

  /** Adds one, and answers with the object before where this one begins anew. */
  add(key: string, value: JsonValue): readonly ChatItem[] {
    const former = this.#values.has(key) ? this.end() : [];
    this.#values.set(key, value);
    return former;
  }

  end(): readonly ChatItem[] {
    const values = [...this.#values];
    this.#values.clear();
    if (values.length === 0) return [];
    if (values.some(([, { bytes }]) => bytes === null)) return left('tooLarge');
    // A value that is no JSON is missing then, and the object is not what it should be.
    const fields = values.map(([key, value]) => [key, readPiece(value, (each) => each)] as const);
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
      if (value.path.length === 2) keepPiece(database, value, 'hash');
      else if (typeof key === 'string') yield* parts.add(key, value);
      else yield* readWhole(value);
    }
    yield* parts.end();
  } finally {
    dropPieces(database);
  }
}
