import type { Reader } from '../database/database';
import { integer, integerOrNull } from '../database/row';
import type { MatchQuery } from './match-query';
import { nearMatch } from './match-query';
import { newestMatches } from './matches';
import type { Needles } from './needles';
import type { TitledChats } from './titled-chats';

/** Up to so many matches are all ranked; where they are costly to find fewer, but always so many. */
const MAX_RANKED = 240;
const MIN_RANKED = 30;
/** Of more: so many of the newest, so many of each kind that is likely to fit well, and so many of each period before. */
const NEWEST = 100;
const OF_KIND = 40;
const PERIODS = 5;
const MIN_PERIODS = 2;
const OF_PERIOD = 10;
const MIN_OF_PERIOD = 4;
/** Messages with the rarest word that are looked at for the newest matches: about 1.5 microseconds each. */
const MAX_LOOKED_AT = 3000;
/** By so many of them it is told how rare a word is. */
const PROBE = 64;

/** What is ranked, newest first. */
export interface Candidates {
  readonly seqs: readonly number[];
  /** False when there are more matches. */
  readonly areAll: boolean;
}

/** Those with the words close together. */
const nearMatches = (reader: Reader, query: MatchQuery, needles: Needles): readonly number[] => {
  const near = nearMatch(needles);
  return near === null
    ? []
    : newestMatches(reader, { ...query, match: `(${near}) AND (${query.match})` }, { limit: OF_KIND });
};

/** How many messages there are for each that has this, as far as the newest tell. */
const rarityOf = (reader: Reader, part: string): number => {
  const nth =
    'SELECT rowid AS seq FROM message_search WHERE message_search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?';
  const [newest, probed] = [0, PROBE].map((at) => reader.first(nth, [part, at]));
  return newest === undefined || probed === undefined
    ? Number.POSITIVE_INFINITY
    : (integer(newest, 'seq') - integer(probed, 'seq')) / PROBE;
};

/**
 * How many matches are worth their cost. Words that are common, each for itself, and seldom stand together (three Chinese
 * characters, for example) are looked for in very many messages for each that has them.
 * @param found the newest matches
 */
const worthRanking = (reader: Reader, { parts }: MatchQuery, found: readonly number[]): number => {
  const span = (found[0] ?? 0) - (found.at(-1) ?? 0);
  const areDense = span * MAX_RANKED <= found.length * MAX_LOOKED_AT;
  const rarity = areDense ? 1 : Math.max(1, ...parts.map((part) => rarityOf(reader, part)));
  const lookedAt = span / rarity;
  const most = Math.floor((found.length * MAX_LOOKED_AT) / Math.max(lookedAt, found.length));
  return Math.min(Math.max(most, MIN_RANKED), MAX_RANKED);
};

/** Some of every period older than `before`: of fewer, longer ones where `share` (0 to 1) of what may be ranked is worth its cost. */
const ofPeriods = (reader: Reader, query: MatchQuery, before: number, share: number): readonly number[] => {
  const periods = Math.max(MIN_PERIODS, Math.round(PERIODS * share));
  const limit = Math.max(MIN_OF_PERIOD, Math.round(OF_PERIOD * share));
  const first =
    integerOrNull(reader.first('SELECT min(seq) AS seq FROM messages') ?? { seq: null }, 'seq') ?? 0;
  const length = Math.ceil((before - first) / periods);
  return Array.from({ length: periods }, (_, at) => first + at * length).flatMap((from) =>
    newestMatches(reader, query, { from, before: Math.min(from + length, before), limit }),
  );
};

/**
 * The matches that are ranked: all of them, or where there are many the newest, those that have the words close together or
 * in the chat's title, and some of every period, so that what fits well is found however old it is.
 */
export const candidatesOf = (
  reader: Reader,
  query: MatchQuery,
  needles: Needles,
  titled: () => TitledChats,
): Candidates => {
  const few = newestMatches(reader, query, { limit: MIN_RANKED + 1 });
  if (few.length <= MIN_RANKED) return { seqs: few, areAll: true };
  const most = worthRanking(reader, query, few);
  const more = newestMatches(reader, query, { before: few.at(-1) ?? null, limit: most + 1 - few.length });
  const newest = [...few, ...more];
  if (newest.length <= most) return { seqs: newest, areAll: true };
  const latest = newest.slice(0, NEWEST);
  const seqs = [
    ...latest,
    ...nearMatches(reader, query, needles),
    ...titled()
      .matches.slice(0, OF_KIND)
      .map((row) => integer(row, 'seq')),
    ...ofPeriods(reader, query, latest.at(-1) ?? 0, most / MAX_RANKED),
  ];
  return { seqs: [...new Set(seqs)].sort((a, b) => b - a), areAll: false };
};
