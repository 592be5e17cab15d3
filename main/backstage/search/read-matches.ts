import type { MessagePart } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, json } from '../database/row';
import { searchableText } from './searchable';

/** Messages by their numbers, in this order, each with its chat's `chat_id` and `title`; those that are gone are left out. */
export const readMatches = (reader: Reader, seqs: readonly number[]): readonly Row[] => {
  const rows = reader.all(
    `SELECT m.seq, m.chat_seq, m.id, m.role, m.created_at, m.parts, c.id AS chat_id, c.title
    FROM messages m JOIN chats c ON c.seq = m.chat_seq
    WHERE m.seq IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(seqs)],
  );
  const bySeq = new Map<number, Row>(rows.map((row) => [integer(row, 'seq'), row]));
  return seqs.map((seq) => bySeq.get(seq)).filter((row) => row !== undefined);
};

/** What of such a message is searched. */
export const messageText = (row: Row): string => searchableText(json<readonly MessagePart[]>(row, 'parts'));
