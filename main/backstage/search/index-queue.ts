import type { MessagePart } from '../../../preload/contract/parts';
import type { Reader, Writer } from '../database/database';
import type { Row } from '../database/row';
import { integer, json, text, textOrNull } from '../database/row';
import { indexText, messageTerms } from './message-terms';
import { besideTexts } from './searchable';

const SELECT_MESSAGES = `
  SELECT m.seq, m.chat_seq, m.role, m.created_at, m.model, m.answer ->> '$.answeredModel' AS answered_model, m.parts
  FROM messages m WHERE m.seq IN (SELECT value FROM json_each(?)) ORDER BY m.seq`;

/** Answers with how many code units went into the index. */
const indexMessage = (writer: Writer, row: Row): number => {
  const seq = integer(row, 'seq');
  const models = [textOrNull(row, 'model'), textOrNull(row, 'answered_model')].filter((id) => id !== null);
  for (const model of models) writer.run('INSERT OR IGNORE INTO searched_models VALUES (?)', [model]);
  const parts = json<readonly MessagePart[]>(row, 'parts');
  const source = {
    chatSeq: integer(row, 'chat_seq'),
    role: text(row, 'role'),
    createdAt: integer(row, 'created_at'),
    models,
    parts,
  };
  const beside = besideTexts(writer, parts).map((each) => each.text);
  const terms = messageTerms(source, beside);
  writer.run('DELETE FROM message_search WHERE rowid = ?', [seq]);
  writer.run('INSERT INTO message_search (rowid, terms) VALUES (?, ?)', [seq, terms]);
  return terms.length;
};

const indexChat = (writer: Writer, row: Row): void => {
  const seq = integer(row, 'seq');
  writer.run('DELETE FROM chat_search WHERE rowid = ?', [seq]);
  writer.run('INSERT INTO chat_search (rowid, terms) VALUES (?, ?)', [seq, indexText(text(row, 'title'))]);
};

/** The newest message and the newest chat of the queues: where what comes later begins. */
export interface Newest {
  readonly message: number;
  readonly chat: number;
}

/** Before all of both queues. */
const NONE = -Number.MAX_SAFE_INTEGER;

const newestOf = (reader: Reader, queue: string, limit: number, after = NONE): readonly number[] =>
  reader
    .all(`SELECT seq FROM ${queue} WHERE seq > ? ORDER BY seq DESC LIMIT ?`, [after, limit])
    .map((row) => integer(row, 'seq'));

/** What waits now. */
export const newestQueued = (reader: Reader): Newest => ({
  message: newestOf(reader, 'message_search_queue', 1)[0] ?? NONE,
  chat: newestOf(reader, 'chat_search_queue', 1)[0] ?? NONE,
});

/** Removes from a queue what was taken from it. */
const leave = (writer: Writer, queue: string, seqs: readonly number[]): void => {
  writer.run(`DELETE FROM ${queue} WHERE seq IN (SELECT value FROM json_each(?))`, [JSON.stringify(seqs)]);
};

/** True while something that can be searched is not indexed yet. */
export const isIndexing = (reader: Reader): boolean =>
  reader.first('SELECT 1 FROM message_search_queue LIMIT 1') !== undefined ||
  reader.first('SELECT 1 FROM chat_search_queue LIMIT 1') !== undefined;

/** Code units that go into the index at once: long messages and files wait for the next slice. */
const MAX_AT_ONCE = 400_000;

/** Indexes messages in the order of `seq` and answers with those that it came to. */
const indexMessages = (writer: Writer, seqs: readonly number[]): readonly number[] => {
  const rows = writer.all(SELECT_MESSAGES, [JSON.stringify(seqs)]);
  let length = 0;
  const left = rows.findIndex((row) => {
    if (length >= MAX_AT_ONCE) return true;
    length += indexMessage(writer, row);
    return false;
  });
  const waiting = new Set(left === -1 ? [] : rows.slice(left).map((row) => integer(row, 'seq')));
  return seqs.filter((seq) => !waiting.has(seq));
};

/** Messages of a history from before reasoning was searched that are looked through at once: some milliseconds. */
const LOOKED_THROUGH = 500;

/**
 * Puts older messages with reasoning into the queue. The entry -n stands for all before message n: last in the queue, so that
 * everything else comes first.
 */
const lookThrough = (writer: Writer, entry: number): void => {
  const rows = writer.all(
    `SELECT seq, instr(parts, '"type":"reasoning"') AS at FROM messages WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
    [-entry, LOOKED_THROUGH],
  );
  leave(writer, 'message_search_queue', [entry]);
  const last = rows.at(-1);
  const found = rows.filter((row) => integer(row, 'at') > 0).map((row) => integer(row, 'seq'));
  const entries = last === undefined ? found : [...found, -integer(last, 'seq')];
  writer.run('INSERT OR IGNORE INTO message_search_queue SELECT value FROM json_each(?)', [
    JSON.stringify(entries),
  ]);
};

/**
 * Indexes the newest messages and chats that wait for it, `limit` of each at most, fewer where they are long. Within a
 * transaction in the order of `seq`: FTS5 would write a segment of its own for every row that goes back.
 * @param after only what is newer than these.
 */
export const indexQueued = (writer: Writer, limit: number, after?: Newest): void => {
  const seqs = newestOf(writer, 'message_search_queue', limit, after?.message);
  const waiting = seqs.filter((seq) => seq > 0);
  if (waiting.length > 0) leave(writer, 'message_search_queue', indexMessages(writer, waiting));
  else if (seqs[0] !== undefined) lookThrough(writer, seqs[0]);
  const chatSeqs = newestOf(writer, 'chat_search_queue', limit, after?.chat);
  if (chatSeqs.length > 0) {
    const chats = 'SELECT seq, title FROM chats WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq';
    for (const row of writer.all(chats, [JSON.stringify(chatSeqs)])) indexChat(writer, row);
    leave(writer, 'chat_search_queue', chatSeqs);
  }
};
