import type { ToolCallPiece } from '../../../preload/contract/answer-parts';
import { answerParts, callsOf, reasoningOf, withCallPiece } from '../../../preload/contract/answer-parts';
import type { MessagePart } from '../../../preload/contract/parts';
import { textOf } from '../../../preload/contract/parts';
import type { Reader, Writer } from '../database/database';
import { integer, json } from '../database/row';
import type { JournalChannel, JournalPiece } from '../protocol-answers';

/** A stretch of one channel of a streaming reply. */
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
      [piece.channel, piece.offset, JSON.stringify(piece.text), piece.messageId],
    );
  }
};

/** What the journal holds of a reply on one channel, in order. */
export const journalOf = (reader: Reader, messageSeq: number, channel: JournalChannel): readonly Stretch[] =>
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

/** Lines that do not read are left out: half of a call is more than none, and a history must open. */
const parseLine = (line: string): readonly ToolCallPiece[] => {
  try {
    return [JSON.parse(line) as ToolCallPiece];
  } catch {
    return [];
  }
};

/** All that a streaming reply has in its journal, after the parts that it began with. */
export const journaledParts = (
  reader: Reader,
  messageSeq: number,
  begin: readonly MessagePart[],
): readonly MessagePart[] => {
  const whole = (channel: JournalChannel, before: string) =>
    foldJournal(before, journalOf(reader, messageSeq, channel));
  const lines = whole('toolCalls', '').split('\n');
  return answerParts({
    reasoning: whole('reasoning', reasoningOf(begin)),
    text: whole('text', textOf(begin)),
    calls: lines.flatMap(parseLine).reduce(withCallPiece, callsOf(begin)),
  });
};

/** The logprobs that a streaming reply has in its journal, as JSON Lines. */
export const journaledLogprobs = (reader: Reader, messageSeq: number): string =>
  foldJournal('', journalOf(reader, messageSeq, 'logprobs'));

/** Removes a reply's journal: what it held is in the message now. */
export const dropJournal = (writer: Writer, messageSeq: number): void => {
  writer.run('DELETE FROM journal WHERE message_seq = ?', [messageSeq]);
};
