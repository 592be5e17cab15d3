import type { ResultDraft } from '../../../preload/contract/history';
import type { Reader, Writer } from '../database/database';
import { json, text } from '../database/row';
import { findMessageOf } from './messages';

/** What was typed as results in a chat and not sent. There are few or none, so the loop begins with them. */
export const readResultDrafts = (reader: Reader, chatSeq: number): readonly ResultDraft[] =>
  reader
    .all(
      `SELECT m.id, d.call_id, d.text FROM result_drafts d CROSS JOIN messages m
        WHERE m.seq = d.message_seq AND m.chat_seq = ?`,
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
  writer.run('DELETE FROM result_drafts WHERE message_seq = ? AND call_id = ?', [seq, callId]);
  if (draft.text === '') return;
  const values = [seq, callId, JSON.stringify(draft.text)];
  writer.run('INSERT INTO result_drafts (message_seq, call_id, text) VALUES (?, ?, ?)', values);
};

/** Forgets what was typed as results of a message's calls: it was sent. */
export const dropResultDrafts = (writer: Writer, messageSeq: number): void => {
  writer.run('DELETE FROM result_drafts WHERE message_seq = ?', [messageSeq]);
};
