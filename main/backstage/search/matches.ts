import type { Reader } from '../database/database';
import { integer } from '../database/row';
import type { MatchQuery } from './match-query';

/** Which matches are asked for, by their `seq`: from `from` on, before `before`; at most `limit`. */
export interface Stretch {
  readonly from?: number;
  readonly before?: number | null;
  readonly limit: number;
}

/** The numbers of the messages that a query finds outside the Trash, newest first. */
export const newestMatches = (
  reader: Reader,
  { match, conditions, parameters }: MatchQuery,
  { from = 0, before, limit }: Stretch,
): readonly number[] =>
  reader
    .all(
      // CROSS JOIN: the index comes first, so that it stops at the limit. CAST: libsql binds every number as REAL, and FTS5
      // takes no such bound: it would go through all that is newer.
      `SELECT m.seq FROM message_search s
        CROSS JOIN messages m ON m.seq = s.rowid
        CROSS JOIN chats c ON c.seq = m.chat_seq
      WHERE message_search MATCH ? AND s.rowid >= CAST(? AS INTEGER) AND s.rowid < CAST(? AS INTEGER)
        AND c.trashed_at IS NULL ${conditions}
      ORDER BY s.rowid DESC LIMIT ?`,
      [match, from, before ?? Number.MAX_SAFE_INTEGER, ...parameters, limit],
    )
    .map((row) => integer(row, 'seq'));
