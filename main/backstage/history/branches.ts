import { Failure } from '../../../preload/contract/result';
import type { Reader } from '../database/database';
import { integerOrNull } from '../database/row';

/**
 * The newest leaf under a message, itself included. A child's `seq` is always greater than its parent's, so the
 * greatest of the subtree has no children. Errors: `history.notFound`.
 */
export const newestLeaf = (reader: Reader, chatSeq: number, messageId: string): number => {
  // CROSS JOIN fixes the order of the loops: without statistics SQLite would go through the whole chat for each message.
  const row = reader.first(
    `WITH RECURSIVE subtree (seq) AS (
      SELECT seq FROM messages WHERE id = ? AND chat_seq = ?
      UNION ALL
      SELECT m.seq FROM subtree CROSS JOIN messages m ON m.chat_seq = ? AND m.parent_seq = subtree.seq
    ) SELECT max(seq) AS leaf_seq FROM subtree`,
    [messageId, chatSeq, chatSeq],
  );
  const leafSeq = integerOrNull(row ?? { leaf_seq: null }, 'leaf_seq');
  if (leafSeq === null) throw new Failure('history.notFound', 'No such message in this chat');
  return leafSeq;
};
