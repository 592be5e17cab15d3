import type { MessagePart } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, json } from '../database/row';
import type { Needle } from './needles';
import { attachedTexts, searchableText } from './searchable';
import { type Found, findSnippet } from './snippet';

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

/** What such a message says around what was found in it, else what one of its files does, else how it begins. */
export const snippetOf = (reader: Reader, row: Row, needles: readonly Needle[]): Found => {
  const own = findSnippet(messageText(row), needles);
  if (own.found.length > 0 || needles.length === 0) return own;
  const files = attachedTexts(reader, json<readonly MessagePart[]>(row, 'parts'));
  return files.map((file) => findSnippet(file, needles)).find(({ found }) => found.length > 0) ?? own;
};
