import type { ResultDraft } from '../../../preload/contract/history';
import type { Reader, Writer } from '../database/database';
import { json, text } from '../database/row';
import { findMessageOf } from './messages';

/** What was typed as results in a chat and not sent: few or none. */
export const readResultDrafts = (reader: Reader, chatSeq: number): readonly ResultDraft[] =>
  reader
    .all(
      `SELECT m.id, d.call_id, d.text FROM result_drafts d JOIN messages m ON m.seq = d.message_seq
        WHERE d.chat_seq = ?`,
      [chatSeq],
    )
    .map((row) => ({
      messageId: text(row, 'id'),
      callId: json<string>(row, 'call_id'),
      text: json<string>(row, 'text'),
    }));

/** Keeps what is typed as the result of a call; an empty text forgets it. Errors: `history.notFound`. */
export const saveResultDraft = (writer: Writer, chatSeq: number, draft: ResultDraft): void => {
  const { seq } = findMessageOf(writer, chatSeq, draft.messageId);
  const callId = JSON.stringify(draft.callId);
  const key = [chatSeq, seq, callId];
  writer.run('DELETE FROM result_drafts WHERE chat_seq = ? AND message_seq = ? AND call_id = ?', key);
  if (draft.text === '') return;
  writer.run('INSERT INTO result_drafts (chat_seq, message_seq, call_id, text) VALUES (?, ?, ?, ?)', [
    ...key,
    JSON.stringify(draft.text),
  ]);
};

/** Forgets what was typed as results of a message's calls: it was sent. */
export const dropResultDrafts = (writer: Writer, chatSeq: number, messageSeq: number): void => {
  writer.run('DELETE FROM result_drafts WHERE chat_seq = ? AND message_seq = ?', [chatSeq, messageSeq]);
};
