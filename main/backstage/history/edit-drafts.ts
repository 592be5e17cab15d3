import type { Attachment } from '../../../preload/contract/attachments';
import type { EditDraft } from '../../../preload/contract/history';
import type { Reader, Writer } from '../database/database';
import { json, jsonOrNull, text } from '../database/row';
import { findMessageOf } from './messages';

/** What was changed in editors of a chat's messages and not sent: few or none. */
export const readEditDrafts = (reader: Reader, chatSeq: number): readonly EditDraft[] =>
  reader
    .all(
      `SELECT m.id, d.text, d.attachments, d.name FROM edit_drafts d JOIN messages m ON m.seq = d.message_seq
        WHERE d.chat_seq = ?`,
      [chatSeq],
    )
    .map((row) => {
      const attachments = jsonOrNull<readonly Attachment[]>(row, 'attachments');
      const name = jsonOrNull<string>(row, 'name');
      return {
        messageId: text(row, 'id'),
        text: json<string | null>(row, 'text'),
        ...(attachments === null ? {} : { attachments }),
        ...(name === null ? {} : { name }),
      };
    });

/** Keeps what is changed in a message's editor; nothing forgets it. Errors: `history.notFound`. */
export const saveEditDraft = (
  writer: Writer,
  chatSeq: number,
  { messageId, text: typed, attachments, name }: EditDraft,
): void => {
  const { seq } = findMessageOf(writer, chatSeq, messageId);
  writer.run('DELETE FROM edit_drafts WHERE chat_seq = ? AND message_seq = ?', [chatSeq, seq]);
  if (typed === null && attachments === undefined && name === undefined) return;
  writer.run(
    'INSERT INTO edit_drafts (chat_seq, message_seq, text, attachments, name) VALUES (?, ?, ?, ?, ?)',
    [
      chatSeq,
      seq,
      JSON.stringify(typed),
      attachments === undefined ? null : JSON.stringify(attachments),
      name === undefined ? null : JSON.stringify(name),
    ],
  );
};
