import type { Role } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import type { SearchHit } from '../../../preload/contract/search';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull, json, text } from '../database/row';
import { chatFacet } from './facets';
import { wordsMatch } from './match-query';
import type { Needle, Needles } from './needles';
import { searchableText } from './searchable';
import { findSnippet, markAll } from './snippet';

/** So many chats are shown by their titles; `in:` looks through more of them. */
const MAX_TITLES = 5;

/** The newest message of the chat that has the words too; else its last one. */
const shownMessage = (
  reader: Reader,
  chat: Row,
  match: string,
): { readonly row?: Row; readonly isHit: boolean } => {
  const hit = reader.first(
    `SELECT m.id, m.role, m.created_at, m.parts FROM message_search s CROSS JOIN messages m ON m.seq = s.rowid
    WHERE message_search MATCH ? ORDER BY s.rowid DESC LIMIT 1`,
    [`(${match}) AND "${chatFacet(integer(chat, 'seq'))}"`],
  );
  if (hit !== undefined) return { row: hit, isHit: true };
  const leafSeq = integerOrNull(chat, 'leaf_seq');
  const leaf = reader.first('SELECT id, role, created_at, parts FROM messages WHERE seq = ?', [leafSeq]);
  return { ...(leaf === undefined ? {} : { row: leaf }), isHit: false };
};

const toHit = (reader: Reader, chat: Row, needles: readonly Needle[], match: string): SearchHit => {
  const { row, isHit } = shownMessage(reader, chat, match);
  const words = row === undefined ? '' : searchableText(json<readonly MessagePart[]>(row, 'parts'));
  return {
    chatId: text(chat, 'id'),
    title: markAll(text(chat, 'title'), needles),
    messageId: row !== undefined && isHit ? text(row, 'id') : null,
    // Checked by the table's constraints.
    role: row === undefined ? null : (text(row, 'role') as Role),
    createdAt: integer(row ?? chat, 'created_at'),
    ...findSnippet(words, isHit ? needles : []),
    byTitle: true,
  };
};

/** The newest chats whose titles have all the words. */
export const titleHits = (reader: Reader, needles: Needles): readonly SearchHit[] => {
  const match = wordsMatch(needles);
  if (match === null) return [];
  const chats = reader.all(
    `SELECT c.seq, c.id, c.title, c.created_at, c.leaf_seq FROM chat_search s CROSS JOIN chats c ON c.seq = s.rowid
    WHERE chat_search MATCH ? AND c.trashed_at IS NULL ORDER BY s.rowid DESC LIMIT ?`,
    [match, MAX_TITLES],
  );
  return chats.map((chat) => toHit(reader, chat, needles.wanted, match));
};
