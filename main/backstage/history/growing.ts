import type { Reader, Writer } from '../database/database';
import { integer } from '../database/row';

/** Messages of one slice: some milliseconds of work. */
const SLICE = 100;

/** Notes messages that an import adds in slices to a chat that is there already. */
export const noteGrowing = (writer: Writer, seqs: readonly number[]): void => {
  writer.run('INSERT INTO growing (message_seq) SELECT value FROM json_each(?)', [JSON.stringify(seqs)]);
};

/** To be called in one transaction with what makes the chat whole. */
export const endGrowing = (writer: Writer): void => {
  writer.run('DELETE FROM growing');
};

/** Gives up what is not whole: it is to be taken out by `takeBackNext`. */
export const leaveGrowing = (writer: Writer): void => {
  writer.run('UPDATE growing SET is_left = 1');
};

/** Whether there is anything for `takeBackNext`. */
export const hasLeft = (reader: Reader): boolean =>
  reader.first('SELECT 1 FROM growing WHERE is_left = 1 LIMIT 1') !== undefined;

/**
 * Takes out a part of what was given up, newest first. A message that somebody has gone on from, or stands at, stays, and so
 * do those above it. Answers false when there was nothing to do.
 */
export const takeBackNext = (writer: Writer): boolean => {
  const rows = writer.all(
    // CROSS: SQLite would else read every message, newest first, to find those few (80 ms of 200,000).
    `SELECT m.seq, m.chat_seq FROM growing g CROSS JOIN messages m ON m.seq = g.message_seq
    WHERE g.is_left = 1 ORDER BY g.message_seq DESC LIMIT ?`,
    [SLICE],
  );
  for (const row of rows) {
    const [seq, chatSeq] = [integer(row, 'seq'), integer(row, 'chat_seq')];
    writer.run('DELETE FROM growing WHERE message_seq = ?', [seq]);
    writer.run(
      `DELETE FROM messages WHERE seq = ?
        AND NOT EXISTS (SELECT 1 FROM messages WHERE chat_seq = ? AND parent_seq = ?)
        AND NOT EXISTS (SELECT 1 FROM chats WHERE seq = ? AND leaf_seq = ?)`,
      [seq, chatSeq, seq, chatSeq, seq],
    );
  }
  const chats = JSON.stringify([...new Set(rows.map((row) => integer(row, 'chat_seq')))]);
  // For the mirror, which hears of what changes a chat: it may have written what is taken out.
  writer.run('UPDATE chats SET leaf_seq = leaf_seq WHERE seq IN (SELECT value FROM json_each(?))', [chats]);
  return rows.length > 0;
};
