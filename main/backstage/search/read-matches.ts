import type { MessagePart } from '../../../preload/contract/parts';
import type { HitSource } from '../../../preload/contract/search';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, json } from '../database/row';
import type { Needle } from './needles';
import { besideTexts, searchableText } from './searchable';
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

/** A snippet, and where it is from. */
interface SourcedSnippet extends Found {
  readonly source: HitSource;
}

/** What such a message says around what was found in it, else what was thought before it or one of its files does, else how it begins. */
export const snippetOf = (reader: Reader, row: Row, needles: readonly Needle[]): SourcedSnippet => {
  const own = { ...findSnippet(messageText(row), needles), source: 'text' } as const;
  if (own.found.length > 0 || needles.length === 0) return own;
  for (const { source, text } of besideTexts(reader, json<readonly MessagePart[]>(row, 'parts'))) {
    const beside = findSnippet(text, needles);
    if (beside.found.length > 0) return { ...beside, source };
  }
  return own;
};
