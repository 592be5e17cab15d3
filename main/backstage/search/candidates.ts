import type { Reader } from '../database/database';
import { integer, integerOrNull } from '../database/row';
import { chatFacet } from './facets';
import type { MatchQuery } from './match-query';
import { nearMatch, wordsMatch } from './match-query';
import { newestMatches } from './matches';
import type { Needles } from './needles';

/** Up to so many matches are all ranked. */
const MAX_RANKED = 240;
/** Of more: so many of the newest, so many of each kind that is likely to fit well, and so many of each period before. */
const NEWEST = 100;
const OF_KIND = 40;
const PERIODS = 5;
const OF_PERIOD = 10;
const MAX_CHATS = 64;

/** What is ranked, newest first. */
export interface Candidates {
  readonly seqs: readonly number[];
  /** False when there are more matches. */
  readonly areAll: boolean;
}

const titledChats = (reader: Reader, needles: Needles): string | null => {
  const match = wordsMatch(needles);
  if (match === null) return null;
  const chats = reader.all(
    `SELECT c.seq FROM chat_search s CROSS JOIN chats c ON c.seq = s.rowid
    WHERE chat_search MATCH ? AND c.trashed_at IS NULL ORDER BY s.rowid DESC LIMIT ?`,
    [match, MAX_CHATS],
  );
  return chats.length === 0 ? null : chats.map((chat) => `"${chatFacet(integer(chat, 'seq'))}"`).join(' OR ');
};

const ofKind = (reader: Reader, query: MatchQuery, kind: string | null): readonly number[] =>
  kind === null
    ? []
    : newestMatches(reader, { ...query, match: `(${kind}) AND (${query.match})` }, { limit: OF_KIND });

/** Some of every period older than `before`. */
const ofPeriods = (reader: Reader, query: MatchQuery, before: number): readonly number[] => {
  const first =
    integerOrNull(reader.first('SELECT min(seq) AS seq FROM messages') ?? { seq: null }, 'seq') ?? 0;
  const length = Math.ceil((before - first) / PERIODS);
  return Array.from({ length: PERIODS }, (_, at) => first + at * length).flatMap((from) =>
    newestMatches(reader, query, { from, before: Math.min(from + length, before), limit: OF_PERIOD }),
  );
};

/**
 * The matches that are ranked: all of them, or where there are many the newest, those that have the words close together or
 * in the chat's title, and some of every period, so that what fits well is found however old it is.
 */
export const candidatesOf = (reader: Reader, query: MatchQuery, needles: Needles): Candidates => {
  const newest = newestMatches(reader, query, { limit: MAX_RANKED + 1 });
  if (newest.length <= MAX_RANKED) return { seqs: newest, areAll: true };
  const latest = newest.slice(0, NEWEST);
  const seqs = [
    ...latest,
    ...ofKind(reader, query, nearMatch(needles)),
    ...ofKind(reader, query, titledChats(reader, needles)),
    ...ofPeriods(reader, query, latest.at(-1) ?? 0),
  ];
  return { seqs: [...new Set(seqs)].sort((a, b) => b - a), areAll: false };
};
