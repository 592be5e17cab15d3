import { v7 as newId } from 'uuid';
import type { MessagePart } from '../../../preload/contract/parts';
import { linkBlobs } from '../attachments/message-blobs';
import type { Reader, Writer } from '../database/database';
import { integer } from '../database/row';
import type { SqlValue } from '../database/sql-value';

type Values = Readonly<Record<string, SqlValue>>;

/** A message of the copy, as the place of another. */
interface Parent {
  readonly seq: number;
  readonly depth: number;
}

const find = (copy: Reader, chatSeq: SqlValue, seq: SqlValue): Parent | null => {
  const row = copy.first('SELECT seq, depth FROM messages WHERE chat_seq = ? AND seq = ?', [chatSeq, seq]);
  return row ? { seq: integer(row, 'seq'), depth: integer(row, 'depth') } : null;
};

/** Where a message hangs whose parent is lost: below the last one before it that stood higher. */
const nearest = (copy: Reader, { chat_seq, seq, depth }: Values): Parent | null => {
  const row = copy.first(
    'SELECT seq, depth FROM messages WHERE chat_seq = ? AND seq < ? AND depth < ? ORDER BY seq DESC LIMIT 1',
    [chat_seq, seq, depth],
  );
  return row ? { seq: integer(row, 'seq'), depth: integer(row, 'depth') } : null;
};

/** A chat that is lost, but not all of its messages. Answers true when it was made up. */
export const ensureChat = (writer: Writer, { chat_seq, created_at }: Values): boolean => {
  if (writer.first('SELECT 1 FROM chats WHERE seq = ?', [chat_seq])) return false;
  writer.run(
    'INSERT INTO chats (seq, id, title, created_at, updated_at, options) VALUES (?, ?, ?, ?, ?, ?)',
    [chat_seq, newId(), '', created_at, created_at, '{"model":"","params":{}}'],
  );
  return true;
};

/** Settings that are lost, but not the answer that was made with them. */
export const ensureParams = (writer: Writer, { params_seq }: Values): void => {
  if (params_seq === null || writer.first('SELECT 1 FROM param_sets WHERE seq = ?', [params_seq])) return;
  const digest = Buffer.from(`lost ${params_seq}`);
  writer.run("INSERT INTO param_sets (seq, digest, params) VALUES (?, ?, '{}')", [params_seq, digest]);
};

/** A message with its place in the copy; `isMoved` where that is not the one it had. */
export const placed = (
  copy: Reader,
  values: Values,
): { readonly values: Values; readonly isMoved: boolean } => {
  if (values.parent_seq === null) return { values: { ...values, depth: 0 }, isMoved: false };
  const parent = find(copy, values.chat_seq, values.parent_seq);
  const place = parent ?? nearest(copy, values);
  return {
    values: { ...values, parent_seq: place?.seq ?? null, depth: place === null ? 0 : place.depth + 1 },
    isMoved: parent === null,
  };
};

/** Notes what a message holds. */
export const linkMessage = (writer: Writer, { seq, parts }: Values): void => {
  if (typeof seq !== 'number' || typeof parts !== 'string') return;
  const parsed: unknown = JSON.parse(parts);
  if (Array.isArray(parsed)) linkBlobs(writer, seq, parsed as readonly MessagePart[]);
};

/** Lets every chat stand where it stood, or at the newest message that is left. */
export const settleLeaves = (writer: Writer, leaves: ReadonlyMap<number, number>): void => {
  writer.run('UPDATE chats SET leaf_seq = (SELECT max(seq) FROM messages m WHERE m.chat_seq = chats.seq)');
  for (const [chatSeq, leafSeq] of leaves) {
    writer.run(
      'UPDATE chats SET leaf_seq = ? WHERE seq = ? AND EXISTS (SELECT 1 FROM messages WHERE seq = ? AND chat_seq = ?)',
      [leafSeq, chatSeq, leafSeq, chatSeq],
    );
  }
};
