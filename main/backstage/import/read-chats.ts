import { Failure } from '../../../preload/contract/result';
import type { ImportFormat } from '../../../preload/contract/transfer';
import type { Database } from '../database/database';
import type { ChatItem } from './chat-item';
import { formatOf, hasGoodLine } from './detect-format';
import { readChatbox } from './formats/chatbox';
import { readChatGpt } from './formats/chatgpt';
import { readClaude } from './formats/claude';
import { readNextChat } from './formats/nextchat';
import { readOpenAiLine } from './formats/openai-jsonl';
import type { JsonPath, Wants } from './json-reader';
import { readPiece } from './pieces';
import { readCherryChats } from './read-cherry';
import { readOwnChats } from './read-own';
import { type OnBytes, readLines, readValues } from './read-values';
import type { SourceChat } from './source-chat';
import type { SourceFile } from './source-file';

/** Where a format keeps its chats. The whole of a JSON list is gone through, and a chat alone is taken as well. */
const listed: Wants = (path, kind) => (path.length === 0 && kind === 'array' ? 'enter' : 'take');

/** Looks into the objects and arrays on the way to the chats. */
const below =
  (isWay: (path: JsonPath) => boolean, isChat: (path: JsonPath) => boolean): Wants =>
  (path) =>
    isChat(path) ? 'take' : isWay(path) ? 'enter' : 'pass';

/** Those whose chats stand whole in one place of the file. */
type ForeignFormat = Exclude<ImportFormat, 'cherry' | 'parlance'>;

const wants: Readonly<Record<ForeignFormat, Wants>> = {
  chatgpt: listed,
  claude: listed,
  openaiJsonl: listed,
  chatbox: below(
    (path) => path.length === 0 || (path.length === 1 && path[0] === 'chat-sessions'),
    (path) =>
      (path.length === 1 && String(path[0]).startsWith('session:')) ||
      (path.length === 2 && path[0] === 'chat-sessions'),
  ),
  nextchat: below(
    ([store, sessions]) =>
      (store ?? 'chat-next-web-store') === 'chat-next-web-store' && (sessions ?? 'sessions') === 'sessions',
    (path) => path.length === 3,
  ),
};

const chatItem = (chat: SourceChat): ChatItem => ({ kind: 'chat', chat });
const broken = (title = ''): ChatItem => ({ kind: 'left', reason: 'broken', title });

const itemsOf = async (format: ForeignFormat, value: unknown): Promise<readonly ChatItem[]> => {
  switch (format) {
    case 'chatbox':
      return (await readChatbox(value))?.map(chatItem) ?? [broken()];
    default: {
      const read = {
        chatgpt: readChatGpt,
        claude: readClaude,
        nextchat: readNextChat,
        openaiJsonl: readOpenAiLine,
      };
      const chat = await read[format](value);
      return [chat === null ? broken() : chatItem(chat)];
    }
  }
};

const TOO_LARGE: ChatItem = { kind: 'left', reason: 'tooLarge', title: '' };

const parsedItems = async (
  format: ForeignFormat,
  pieces: readonly Buffer[] | null,
): Promise<readonly ChatItem[]> =>
  pieces === null
    ? [TOO_LARGE]
    : ((await readPiece({ pieces }, (value) => itemsOf(format, value))) ?? [broken()]);

async function* readFile(
  format: ForeignFormat,
  file: SourceFile,
  onBytes: OnBytes,
): AsyncGenerator<ChatItem> {
  if (format === 'openaiJsonl' && (await hasGoodLine(file))) {
    for await (const line of readLines(file, onBytes))
      yield* await parsedItems(format, line === null ? null : [Buffer.from(line)]);
    return;
  }
  for await (const { pieces } of readValues(file, wants[format], onBytes))
    yield* await parsedItems(format, pieces);
}

/** An archive holds other files beside the chats: whether this is one of those. */
const isOther = async (format: ImportFormat, file: SourceFile): Promise<boolean> => {
  try {
    return (await formatOf(file)) !== format;
  } catch (thrown) {
    // Cut or broken: what there is of it is read, and then it is told.
    if (!(thrown instanceof Failure)) throw thrown;
    return !/conversation|chats\//.test(file.name) && !(await hasGoodLine(file));
  }
};

/**
 * Everything in the files that are chats, one at a time. A file that turns out to be broken or cut comes as `failed`, and
 * those after it are read all the same. Errors: those of reading.
 */
export async function* readChats(
  database: Database,
  format: ImportFormat,
  files: readonly SourceFile[],
  onBytes: OnBytes,
): AsyncGenerator<ChatItem> {
  for (const file of files) {
    if (files.length > 1 && (await isOther(format, file))) {
      onBytes(file.size);
      continue;
    }
    try {
      if (format === 'cherry') yield* readCherryChats(database, file, onBytes);
      else if (format === 'parlance') yield* readOwnChats(database, file, onBytes);
      else yield* readFile(format, file, onBytes);
    } catch (thrown) {
      if (!(thrown instanceof Failure) || !thrown.code.startsWith('transfer.')) throw thrown;
      yield { kind: 'failed', error: thrown, title: file.name };
    }
  }
}
