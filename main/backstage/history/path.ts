import type { Reader } from '../database/database';
import { integer } from '../database/row';

/**
 * Walks from a message towards the root, reading rows of at most `limit` messages and none beside the path.
 * Parameters in order: the first message's `seq`, the limit.
 */
export const PATH = `
  WITH RECURSIVE path (seq, parent_seq, step) AS (
    SELECT seq, parent_seq, 1 FROM messages WHERE seq = ?
    UNION ALL
    SELECT m.seq, m.parent_seq, step + 1 FROM path JOIN messages m ON m.seq = path.parent_seq WHERE step < ?
  )`;

/** The `seq`s of at most `limit` messages from `fromSeq` upwards, newest first. */
export const walkPath = (reader: Reader, fromSeq: number, limit: number): readonly number[] =>
  reader.all(`${PATH} SELECT seq FROM path`, [fromSeq, limit]).map((row) => integer(row, 'seq'));
