import { Failure } from '../../../preload/contract/result';
import type { Reader } from '../database/database';

/** What tells of a row beside the row itself: indexes that hold its number, and the search index. Each may be damaged, too. */
const WITNESSES = {
  messages: [
    'SELECT seq FROM messages INDEXED BY messages_children',
    'SELECT seq FROM messages INDEXED BY sqlite_autoindex_messages_1',
    'SELECT id AS seq FROM message_search_docsize',
  ],
  chats: [
    'SELECT seq FROM chats INDEXED BY sqlite_autoindex_chats_1',
    'SELECT DISTINCT chat_seq AS seq FROM messages INDEXED BY messages_children',
    'SELECT id AS seq FROM chat_search_docsize',
  ],
} as const;

/** The tables of which it can be told how much is lost. */
export type Witnessed = keyof typeof WITNESSES;

/** Null where it cannot be read. */
const seqs = (reader: Reader, sql: string): readonly number[] | null => {
  try {
    return reader.all(sql).flatMap(({ seq }) => (typeof seq === 'number' ? [seq] : []));
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'history.diskFull') throw thrown;
    return null;
  }
};

/**
 * What two witnesses tell of, or one where no more can be read: damage may make a single one name a row that never was.
 * @param named what rows that were read refer to: one more witness.
 */
const told = (reader: Reader, table: Witnessed, named: ReadonlySet<number>): readonly number[] => {
  const read = WITNESSES[table].map((sql) => seqs(reader, sql)).filter((all) => all !== null);
  const votes = new Map<number, number>();
  for (const all of [named, ...read.map((each) => new Set(each))])
    for (const seq of all) votes.set(seq, (votes.get(seq) ?? 0) + 1);
  const enough = Math.max(1, Math.min(2, read.length));
  return [...votes].flatMap(([seq, count]) => (count >= enough ? [seq] : []));
};

/**
 * How many rows of a table were there, by all that tells of them, and are not in the copy.
 * @param named their numbers by the rows that were read and refer to them.
 */
export const countLost = (
  source: Reader,
  copy: Reader,
  table: Witnessed,
  named: ReadonlySet<number> = new Set(),
): number => {
  const known = new Set(told(source, table, named));
  for (const seq of seqs(copy, `SELECT seq FROM ${table}`) ?? []) known.delete(seq);
  return known.size;
};
