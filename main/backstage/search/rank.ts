import type { Reader } from '../database/database';
import { integer, text } from '../database/row';
import type { Candidates } from './candidates';
import { candidatesOf } from './candidates';
import type { MatchQuery } from './match-query';
import type { Needles } from './needles';
import { messageText, readMatches } from './read-matches';
import { roughScore, scoreOf } from './score';
import type { TitledChats } from './titled-chats';

/** So many, the best at a glance, are scored with care. */
const SCORED = 50;
/** Code units of a message that are glanced at; one of more bytes is too long to be read for that. */
const GLANCE = 2000;
const MAX_BYTES = 65_536;

const best = <T>(items: readonly T[], score: (item: T) => number): readonly T[] =>
  // Sorting keeps the order of equals: newest first.
  items
    .map((item) => ({ item, score: score(item) }))
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);

/** In the order of a first glance at the stored JSON, in which words stand as they are written. */
const atAGlance = (reader: Reader, seqs: readonly number[], needles: Needles): readonly number[] => {
  const score = roughScore(needles.wanted);
  const rows = reader.all(
    `SELECT seq, iif(octet_length(parts) > ?, '', substr(parts, 1, ?)) AS beginning FROM messages
    WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC`,
    [MAX_BYTES, GLANCE, JSON.stringify(seqs)],
  );
  return best(rows, (row) => score(text(row, 'beginning'))).map((row) => integer(row, 'seq'));
};

/** What a query finds, what fits best first: all of it, or where there is much of it, what is likely to fit well. */
export const rankMatches = (
  reader: Reader,
  query: MatchQuery,
  needles: Needles,
  titled: () => TitledChats,
): Candidates => {
  const { seqs, areAll } = candidatesOf(reader, query, needles, titled);
  const glanced = seqs.length > SCORED ? atAGlance(reader, seqs, needles) : seqs;
  const [scored, others] = [glanced.slice(0, SCORED).sort((a, b) => b - a), glanced.slice(SCORED)];
  const ranked = best(readMatches(reader, scored), (row) =>
    scoreOf(messageText(row), text(row, 'title'), needles.wanted),
  );
  return { seqs: [...ranked.map((row) => integer(row, 'seq')), ...others], areAll };
};
