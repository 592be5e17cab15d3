import type { Role } from '../../../preload/contract/history';
import type { SearchHit } from '../../../preload/contract/search';
import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull, text } from '../database/row';
import { chatFacet } from './facets';
import { wordsMatch } from './match-query';
import type { Needle, Needles } from './needles';
import { readMatches, snippetOf } from './read-matches';
import { findSnippet, markAll } from './snippet';

/** So many chats are shown by their titles; `in:` looks through more of them. */
const MAX_TITLES = 5;
/** So many of their matches are looked through for one of each. */
const MATCHES = 64;

const newestIn = (reader: Reader, match: string, chats: readonly Row[], limit: number): readonly Row[] => {
  const facets = chats.map((chat) => `"${chatFacet(integer(chat, 'seq'))}"`).join(' OR ');
  return reader.all(
    `SELECT m.seq, m.chat_seq FROM message_search s CROSS JOIN messages m ON m.seq = s.rowid
    WHERE message_search MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
    [`(${facets}) AND (${match})`, limit],
  );
};

/** The newest message of each chat that has the words too, by the chat's number: asked at once, since every question costs. */
const newestMatchOf = (reader: Reader, match: string, chats: readonly Row[]): ReadonlyMap<number, number> => {
  const matches = newestIn(reader, match, chats, MATCHES);
  const known = new Set(matches.map((row) => integer(row, 'chat_seq')));
  const others = matches.length < MATCHES ? [] : chats.filter((chat) => !known.has(integer(chat, 'seq')));
  const rows = [...matches, ...others.flatMap((chat) => newestIn(reader, match, [chat], 1))];
  // The newest comes last, so that it stays.
  return new Map(rows.toReversed().map((row) => [integer(row, 'chat_seq'), integer(row, 'seq')]));
};

interface Shown {
  /** The newest message that has the words too, else the chat's last one. */
  readonly row?: Row;
  readonly isHit: boolean;
}

const toHit = (reader: Reader, chat: Row, { row, isHit }: Shown, needles: readonly Needle[]): SearchHit => ({
  chatId: text(chat, 'id'),
  title: markAll(text(chat, 'title'), needles),
  messageId: row !== undefined && isHit ? text(row, 'id') : null,
  // Checked by the table's constraints.
  role: row === undefined ? null : (text(row, 'role') as Role),
  createdAt: integer(row ?? chat, 'created_at'),
  ...(row === undefined
    ? { ...findSnippet('', []), source: 'text' }
    : snippetOf(reader, row, isHit ? needles : [])),
  byTitle: true,
});

/** The newest chats whose titles have all the words. */
export const titleHits = (reader: Reader, needles: Needles): readonly SearchHit[] => {
  const match = wordsMatch(needles);
  if (match === null) return [];
  const chats = reader.all(
    `SELECT c.seq, c.id, c.title, c.created_at, c.leaf_seq FROM chat_search s CROSS JOIN chats c ON c.seq = s.rowid
    WHERE chat_search MATCH ? AND c.trashed_at IS NULL ORDER BY s.rowid DESC LIMIT ?`,
    [match, MAX_TITLES],
  );
  if (chats.length === 0) return [];
  const matches = newestMatchOf(reader, match, chats);
  const shown = chats.map((chat) => matches.get(integer(chat, 'seq')) ?? integerOrNull(chat, 'leaf_seq'));
  const rows = readMatches(
    reader,
    shown.filter((seq) => seq !== null),
  );
  return chats.map((chat, at) => {
    const row = rows.find((each) => integer(each, 'seq') === shown[at]);
    const isHit = matches.has(integer(chat, 'seq'));
    return toHit(reader, chat, { ...(row === undefined ? {} : { row }), isHit }, needles.wanted);
  });
};
