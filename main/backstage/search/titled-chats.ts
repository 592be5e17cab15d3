import type { Reader } from '../database/database';
import type { Row } from '../database/row';
import { integer } from '../database/row';
import { chatFacet } from './facets';
import type { MatchQuery } from './match-query';
import { wordsMatch } from './match-query';
import type { Needles } from './needles';

/** So many chats are looked for by their titles: each is looked up for itself. */
const MAX_TITLES = 5;
/** So many of their matches are looked through. */
const MATCHES = 64;

/** Chats whose titles have all the words. */
export interface TitledChats {
  /** The newest of them, with `seq`, `id`, `title`, `created_at` and `leaf_seq`. */
  readonly chats: readonly Row[];
  /** Matches of the query in them, newest first, with `seq` and `chat_seq`; not all where there are many. */
  readonly matches: readonly Row[];
}

const matchesIn = (
  reader: Reader,
  { match, conditions, parameters }: MatchQuery,
  chats: readonly Row[],
  limit: number,
): readonly Row[] => {
  const facets = chats.map((chat) => `"${chatFacet(integer(chat, 'seq'))}"`).join(' OR ');
  return reader.all(
    `SELECT m.seq, m.chat_seq FROM message_search s
      CROSS JOIN messages m ON m.seq = s.rowid
      CROSS JOIN chats c ON c.seq = m.chat_seq
    WHERE message_search MATCH ? ${conditions} ORDER BY s.rowid DESC LIMIT ?`,
    [`(${facets}) AND (${match})`, ...parameters, limit],
  );
};

/** The newest chats outside the Trash whose titles have all the words, and what a query finds in them. */
export const titledChats = (reader: Reader, query: MatchQuery, needles: Needles): TitledChats => {
  const words = wordsMatch(needles);
  if (words === null) return { chats: [], matches: [] };
  const chats = reader.all(
    `SELECT c.seq, c.id, c.title, c.created_at, c.leaf_seq FROM chat_search s CROSS JOIN chats c ON c.seq = s.rowid
    WHERE chat_search MATCH ? AND c.trashed_at IS NULL ORDER BY s.rowid DESC LIMIT ?`,
    [words, MAX_TITLES],
  );
  return { chats, matches: chats.length === 0 ? [] : matchesIn(reader, query, chats, MATCHES) };
};

/** The newest match of each of these chats that has one, by the chat's number. */
export const newestMatchOf = (
  reader: Reader,
  query: MatchQuery,
  { chats, matches }: TitledChats,
): ReadonlyMap<number, number> => {
  const known = new Set(matches.map((row) => integer(row, 'chat_seq')));
  const others = matches.length < MATCHES ? [] : chats.filter((chat) => !known.has(integer(chat, 'seq')));
  const rows = [...matches, ...others.flatMap((chat) => matchesIn(reader, query, [chat], 1))];
  // The newest comes last, so that it stays.
  return new Map(rows.toReversed().map((row) => [integer(row, 'chat_seq'), integer(row, 'seq')]));
};
