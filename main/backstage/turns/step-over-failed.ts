import type { Writer } from '../database/database';
import { integer, integerOrNull, text } from '../database/row';
import { moveLeaf } from '../history/chats';
import type { StoredMessage } from '../history/messages';

/**
 * Lets the conversation go on from the first whole answer where the one it stood at failed, once all answers of the group
 * have ended: the next question would be asked below an answer that says nothing.
 * @param ended the answer of the group that has just ended.
 */
export const stepOverFailed = (writer: Writer, { seq, chatSeq, parentSeq }: StoredMessage): void => {
  const group = writer
    .all(
      `SELECT seq, status FROM messages
        WHERE chat_seq = ? AND parent_seq IS ? AND group_id = (SELECT group_id FROM messages WHERE seq = ?)
        ORDER BY seq`,
      [chatSeq, parentSeq, seq],
    )
    .map((row) => ({ seq: integer(row, 'seq'), status: text(row, 'status') }));
  if (group.some(({ status }) => status === 'streaming')) return;
  const chat = writer.first('SELECT leaf_seq FROM chats WHERE seq = ?', [chatSeq]) ?? {};
  const leafSeq = integerOrNull(chat, 'leaf_seq');
  const isAtFailed = group.some((answer) => answer.seq === leafSeq && answer.status === 'failed');
  const whole = group.find(({ status }) => status === 'complete');
  if (isAtFailed && whole !== undefined) moveLeaf(writer, chatSeq, whole.seq, null);
};
