import type { Reader, Writer } from '../database/database';
import { integer, json } from '../database/row';
import type { JournalChannel, JournalPiece } from '../protocol';

/** A stretch of a streaming reply. */
export type Stretch = Pick<JournalPiece, 'offset' | 'text'>;

/**
 * Writes pieces of streaming replies down. A piece written twice counts once; where two begin at the same offset the
 * longer one is kept (after a restart main may have cut its pieces elsewhere). Pieces of messages that have ended are
 * left out: their last write was the truth.
 */
export const appendJournal = (writer: Writer, pieces: readonly JournalPiece[]): void => {
  for (const piece of pieces) {
    writer.run(
      `INSERT INTO journal (message_seq, channel, offset, text)
        SELECT seq, ?, ?, ? FROM messages WHERE id = ? AND status = 'streaming'
      ON CONFLICT DO UPDATE SET text = excluded.text WHERE length(excluded.text) > length(journal.text)`,
      [piece.channel ?? 'text', piece.offset, JSON.stringify(piece.text), piece.messageId],
    );
  }
};

/** What the journal holds of a reply on one channel, in order. */
export const journalOf = (
  reader: Reader,
  messageSeq: number,
  channel: JournalChannel = 'text',
): readonly Stretch[] =>
  reader
    .all('SELECT offset, text FROM journal WHERE message_seq = ? AND channel = ? ORDER BY offset', [
      messageSeq,
      channel,
    ])
    .map((row) => ({ offset: integer(row, 'offset'), text: json<string>(row, 'text') }));

/**
 * The text that `begin` and the stretches after it (in order) make. Where they overlap the text counts once; where
 * one is missing the rest is kept all the same.
 */
export const foldJournal = (begin: string, stretches: readonly Stretch[]): string => {
  let whole = begin;
  for (const { offset, text } of stretches) whole += text.slice(Math.max(0, whole.length - offset));
  return whole;
};

/** Removes a reply's journal: its text is in the message now. */
export const dropJournal = (writer: Writer, messageSeq: number): void => {
  writer.run('DELETE FROM journal WHERE message_seq = ?', [messageSeq]);
};
