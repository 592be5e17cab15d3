import type { AnswerFacts, Message, MessageStatus, Role } from '../../../preload/contract/history';
import type { GenerationParams } from '../../../preload/contract/parameters';
import type { MessagePart } from '../../../preload/contract/parts';
import { Failure } from '../../../preload/contract/result';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull, json, jsonOrNull, text, textOrNull } from '../database/row';
import { journaledParts } from './journal';

/** A message and the numbers that its rows are linked by. */
export interface StoredMessage {
  readonly seq: number;
  readonly chatSeq: number;
  readonly parentSeq: number | null;
  /** Messages above it on its path. */
  readonly depth: number;
  readonly message: Message;
}

/** What `messages.answer` holds: the settings are kept apart. */
type StoredFacts = Omit<AnswerFacts, 'params'>;

/** What answers from before it was kept lack. */
const NOT_KEPT: Pick<AnswerFacts, 'estimate' | 'sent' | 'received' | 'repeats'> = {
  estimate: null,
  sent: null,
  received: null,
  repeats: null,
};

const SELECT_MESSAGE = `
  SELECT m.seq, m.id, m.chat_seq, m.parent_seq, m.depth, m.role, m.status, m.created_at, m.name, m.answer, m.parts,
    EXISTS (SELECT 1 FROM pins WHERE message_seq = m.seq) AS pinned,
    c.id AS chat_id, parent.id AS parent_id, s.params
  FROM messages m
  JOIN chats c ON c.seq = m.chat_seq
  LEFT JOIN messages parent ON parent.seq = m.parent_seq
  LEFT JOIN param_sets s ON s.seq = m.params_seq`;

const answerOf = (row: Row): AnswerFacts | null => {
  const facts = jsonOrNull<StoredFacts>(row, 'answer');
  return facts && { ...NOT_KEPT, ...facts, params: json<GenerationParams>(row, 'params') };
};

/** A reply that is still streaming also holds what the journal has of it. */
const partsOf = (reader: Reader, row: Row): readonly MessagePart[] => {
  const parts = json<readonly MessagePart[]>(row, 'parts');
  if (text(row, 'status') !== 'streaming') return parts;
  return journaledParts(reader, integer(row, 'seq'), parts);
};

const toStoredMessage = (reader: Reader, row: Row): StoredMessage => ({
  seq: integer(row, 'seq'),
  chatSeq: integer(row, 'chat_seq'),
  parentSeq: integerOrNull(row, 'parent_seq'),
  depth: integer(row, 'depth'),
  message: {
    id: text(row, 'id'),
    chatId: text(row, 'chat_id'),
    parentId: textOrNull(row, 'parent_id'),
    // Checked by the table's constraints.
    role: text(row, 'role') as Role,
    status: text(row, 'status') as MessageStatus,
    name: textOrNull(row, 'name'),
    parts: partsOf(reader, row),
    ...(integer(row, 'pinned') === 1 ? { pinned: true } : {}),
    createdAt: integer(row, 'created_at'),
    answer: answerOf(row),
  },
});

/** The messages of these rows in the order of `seq`, which along one path is from the root on. */
export const readMessages = (reader: Reader, seqs: readonly number[]): readonly StoredMessage[] =>
  reader
    .all(`${SELECT_MESSAGE} WHERE m.seq IN (SELECT value FROM json_each(?)) ORDER BY m.seq`, [
      JSON.stringify(seqs),
    ])
    .map((row) => toStoredMessage(reader, row));

/** One message by its id. Errors: `history.notFound`. */
export const findMessage = (reader: Reader, messageId: string): StoredMessage => {
  const row = reader.first(`${SELECT_MESSAGE} WHERE m.id = ?`, [messageId]);
  if (!row) throw new Failure('history.notFound', 'No such message');
  return toStoredMessage(reader, row);
};

/** One message of one chat. Errors: `history.notFound`, also when it is another chat's. */
export const findMessageOf = (reader: Reader, chatSeq: number, messageId: string): StoredMessage => {
  const stored = findMessage(reader, messageId);
  if (stored.chatSeq !== chatSeq) throw new Failure('history.notFound', 'No such message in this chat');
  return stored;
};
