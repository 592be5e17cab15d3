import type { EditDraft } from '../../../preload/contract/history';
import type { Reader, Writer } from '../database/database';
import { json, text } from '../database/row';
import { findMessageOf } from './messages';

/** What was typed into editors of a chat's messages and not sent: few or none. */
export const readEditDrafts = (reader: Reader, chatSeq: number): readonly EditDraft[] =>
  reader
    .all(
      `SELECT m.id, d.text FROM edit_drafts d JOIN messages m ON m.seq = d.message_seq WHERE d.chat_seq = ?`,
      [chatSeq],
    )
    .map((row) => ({ messageId: text(row, 'id'), text: json<string>(row, 'text') }));

/** Keeps what is typed into a message's editor; null forgets it. Errors: `history.notFound`. */
export const saveEditDraft = (
  writer: Writer,
  chatSeq: number,
  { messageId, text: typed }: { readonly messageId: string; readonly text: string | null },
): void => {
  const { seq } = findMessageOf(writer, chatSeq, messageId);
  writer.run('DELETE FROM edit_drafts WHERE chat_seq = ? AND message_seq = ?', [chatSeq, seq]);
  if (typed === null) return;
  writer.run('INSERT INTO edit_drafts (chat_seq, message_seq, text) VALUES (?, ?, ?)', [
    chatSeq,
    seq,
    JSON.stringify(typed),
  ]);
};
