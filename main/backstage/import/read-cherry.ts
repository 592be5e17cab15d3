import type { Database, Writer } from '../database/database';
import { json } from '../database/row';
import { type CherryTopic, readCherry, readCherryTopics } from './formats/cherry';
import type { SourceFile } from './import-source';
import type { JsonValue, Wants } from './json-reader';
import type { ChatItem } from './read-chats';
import { type OnBytes, readValues } from './read-values';
import { recordOf, textOrNull } from './untyped';

/** Blocks are written down in transactions of so many. */
const BATCH = 256;

const isIn = (path: readonly (string | number)[], ...way: readonly string[]): boolean =>
  path.every((step, index) => index >= way.length || step === way[index]);

const wantsPieces: Wants = (path) => {
  if (path.length === 2 && isIn(path, 'localStorage', 'persist:cherry-studio')) return 'take';
  if (path.length === 3 && isIn(path, 'indexedDB', 'message_blocks')) return 'take';
  return isIn(path, 'localStorage') || isIn(path, 'indexedDB', 'message_blocks') ? 'enter' : 'pass';
};

const wantsTopics: Wants = (path) => {
  if (path.length === 3 && isIn(path, 'indexedDB', 'topics')) return 'take';
  return isIn(path, 'indexedDB', 'topics') ? 'enter' : 'pass';
};

const parsed = (value: JsonValue): unknown => {
  try {
    return value.bytes === null ? null : JSON.parse(value.bytes.toString('utf8'));
  } catch {
    return null;
  }
};

const keepPieces = (database: Database, blocks: readonly unknown[]): void => {
  const keep = (writer: Writer) => {
    for (const block of blocks) {
      const id = textOrNull(recordOf(block).id);
      if (id === null || id.includes('\0')) continue;
      writer.run('INSERT OR REPLACE INTO import_pieces (id, piece) VALUES (?, ?)', [
        id,
        JSON.stringify(block),
      ]);
    }
  };
  if (blocks.length > 0) database.writeRelaxed(keep);
};

const dropPieces = (database: Database): void => {
  database.writeRelaxed((writer) => writer.run('DELETE FROM import_pieces'));
};

const pieceById =
  (database: Database) =>
  (id: string): unknown => {
    if (id.includes('\0')) return null;
    const row = database.first('SELECT piece FROM import_pieces WHERE id = ?', [id]);
    return row ? json<unknown>(row, 'piece') : null;
  };

/** First pass: the topics' names, and the message blocks, which stand apart from their messages. */
const readPieces = async (
  database: Database,
  file: SourceFile,
  onBytes: OnBytes,
): Promise<ReadonlyMap<string, CherryTopic>> => {
  let topics: ReadonlyMap<string, CherryTopic> = new Map();
  let blocks: unknown[] = [];
  for await (const value of readValues(file, wantsPieces, onBytes)) {
    if (value.path[0] === 'localStorage') topics = readCherryTopics(parsed(value));
    else blocks.push(parsed(value));
    if (blocks.length < BATCH) continue;
    keepPieces(database, blocks);
    blocks = [];
  }
  keepPieces(database, blocks);
  return topics;
};

/** The topics of a Cherry Studio backup. It is read twice: what a message holds stands elsewhere in the file. */
export async function* readCherryChats(
  database: Database,
  file: SourceFile,
  onBytes: OnBytes,
): AsyncGenerator<ChatItem> {
  // Half of the bytes each time, so that both passes make the whole.
  const half: OnBytes = (count) => onBytes(count / 2);
  dropPieces(database);
  try {
    const topics = await readPieces(database, file, half);
    for await (const value of readValues(file, wantsTopics, half)) {
      if (value.bytes === null) {
        yield { kind: 'left', reason: 'tooLarge', title: '' };
        continue;
      }
      const chat = readCherry(parsed(value), topics, pieceById(database));
      yield chat === null ? { kind: 'left', reason: 'broken', title: '' } : { kind: 'chat', chat };
    }
  } finally {
    dropPieces(database);
  }
}
