import type { ChatOptions } from '../../../preload/contract/parameters';
import type { Reader } from '../database/database';
import { integer, text } from '../database/row';
import { readMessages } from './messages';

/** What the newest comparison of a chat was asked with, each variant once however many answers it gave. */
export const lastComparison = (reader: Reader, chatSeq: number): readonly ChatOptions[] => {
  const newest = reader.first(
    `SELECT comparison_id FROM messages
      WHERE chat_seq = ? AND comparison_id IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    [chatSeq],
  );
  if (newest === undefined) return [];
  const seqs = reader
    .all(
      `SELECT min(seq) AS seq FROM messages
        WHERE chat_seq = ? AND comparison_id = ? AND answer ->> '$.repeats' IS NULL AND answer ->> '$.continuesId' IS NULL
        GROUP BY turn_id ORDER BY seq`,
      [chatSeq, text(newest, 'comparison_id')],
    )
    .map((row) => integer(row, 'seq'));
  return readMessages(reader, seqs).flatMap(({ message: { answer } }) =>
    answer === null ? [] : [{ model: answer.model, params: answer.params }],
  );
};
