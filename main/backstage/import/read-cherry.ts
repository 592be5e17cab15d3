import type { Database } from '../database/database';
import type { ChatItem } from './chat-item';
import { type CherryTopic, readCherry, readCherryTopics } from './formats/cherry';
import type { Wants } from './json-reader';
import { dropPieces, keepPiece, pieceById, readPiece } from './pieces';
import { type OnBytes, readValues } from './read-values';
import type { SourceFile } from './source-file';

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

/** First pass: the topics' names, and the message blocks, which stand apart from their messages. */
const readPieces = async (
  database: Database,
  file: SourceFile,
  onBytes: OnBytes,
): Promise<ReadonlyMap<string, CherryTopic>> => {
  let topics: ReadonlyMap<string, CherryTopic> | null = null;
  for await (const value of readValues(file, wantsPieces, onBytes)) {
    if (value.path[0] === 'localStorage') topics = await readPiece(value, readCherryTopics);
    else await keepPiece(database, value, 'id');
  }
  return topics ?? new Map();
};

/** The topics of a Cherry Studio backup. It is read twice: what a message holds stands elsewhere in the file. */
export async function* readCherryChats(
  database: Database,
  file: SourceFile,
  onBytes: OnBytes,
): AsyncGenerator<ChatItem> {
  // Half of the bytes each time, so that both passes make the whole.
  const half: OnBytes = (count) => onBytes(count / 2);
  const blockById = (id: string): unknown => pieceById(database, id);
  dropPieces(database);
  try {
    const topics = await readPieces(database, file, half);
    for await (const value of readValues(file, wantsTopics, half)) {
      if (value.pieces === null) {
        yield { kind: 'left', reason: 'tooLarge', title: '' };
        continue;
      }
      const chat = await readPiece(value, (topic) => readCherry(topic, topics, blockById));
      yield chat === null ? { kind: 'left', reason: 'broken', title: '' } : { kind: 'chat', chat };
    }
  } finally {
    dropPieces(database);
  }
}
