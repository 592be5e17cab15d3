import type { Database } from '../database/database';
import { json } from '../database/row';
import { type CherryTopic, readCherry, readCherryTopics } from './formats/cherry';
import type { SourceFile } from './import-source';
import type { JsonValue, Wants } from './json-reader';
import type { ChatItem } from './read-chats';
import { type OnBytes, readValues } from './read-values';
import { recordOf, textOrNull } from './untyped';

const isIn = (path: readonly (string | number)[], ...way: readonly string[]): boolean =>
  path.every((step, index) => index >= way.length || step === way[index]);

const wantsPieces: Wants = (path) => {
  if (path.length === 2 && isIn(path, 'localStorage', 'persist:cherry-studio')) return 'take';
  if (path.length === 3 && isIn(path, 'indexedDB', 'message_blocks')) return 'take';
  const isWay = isIn(path, 'localStorage') || isIn(path, 'indexedDB', 'message_blocks');
  return isWay && path.length < 3 ? 'enter' : 'pass';
};

const wantsTopics: Wants = (path) => {
  if (path.length === 3 && isIn(path, 'indexedDB', 'topics')) return 'take';
  return isIn(path, 'indexedDB', 'topics') && path.length < 3 ? 'enter' : 'pass';
};

/** What is made of a value's text; null where it is no JSON, or too deep to be written as a text. */
const read = <T>({ bytes }: JsonValue, make: (value: unknown) => T | null): T | null => {
  try {
    return bytes === null ? null : make(JSON.parse(bytes.toString('utf8')));
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof RangeError) return null;
    throw thrown;
  }
};

const blockId = (value: JsonValue): string | null =>
  read(value, (block) => {
    const id = textOrNull(recordOf(block).id);
    return id?.includes('\0') ? null : id;
  });

const keepPiece = (database: Database, block: JsonValue): void => {
  const id = blockId(block);
  if (id === null) return;
  // As it was written: text that `JSON.parse` has read holds no NUL.
  const piece = block.bytes?.toString('utf8');
  database.writeRelaxed((writer) => {
    writer.run('INSERT OR REPLACE INTO import_pieces (id, piece) VALUES (?, ?)', [id, piece]);
  });
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
  for await (const value of readValues(file, wantsPieces, onBytes)) {
    if (value.path[0] === 'localStorage') topics = readCherryTopics(read(value, (state) => state));
    else keepPiece(database, value);
  }
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
      const chat = read(value, (topic) => readCherry(topic, topics, pieceById(database)));
      yield chat === null ? { kind: 'left', reason: 'broken', title: '' } : { kind: 'chat', chat };
    }
  } finally {
    dropPieces(database);
  }
}
