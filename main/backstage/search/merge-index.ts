import type { Writer } from '../database/database';
import { integer } from '../database/row';

/** Pages that are merged at once: some milliseconds of work. */
const PAGES = 16;

/** Lets `mergeNext` merge wherever there are two pieces; by itself FTS5 waits for four. */
export const beginMerging = (writer: Writer): void => {
  writer.run(`INSERT INTO message_search (message_search, rank) VALUES ('usermerge', 2)`);
};

const changesSoFar = (writer: Writer): number =>
  integer(writer.first('SELECT total_changes() AS count') ?? {}, 'count');

/**
 * Merges a part of the pieces ("segments") that the index was written in: every query looks each of its words up in each of
 * them. Answers false when there is nothing to merge (https://sqlite.org/fts5.html#the_merge_command).
 */
export const mergeNext = (writer: Writer): boolean => {
  const before = changesSoFar(writer);
  writer.run(`INSERT INTO message_search (message_search, rank) VALUES ('merge', ?)`, [PAGES]);
  return changesSoFar(writer) - before > 1;
};
