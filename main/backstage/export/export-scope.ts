import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExportScope } from '../../../preload/contract/transfer';
import type { Reader } from '../database/database';
import { integer } from '../database/row';
import { findChatSeqs } from '../search/find-chat-seqs';

/** Everything, or the chats that a scope names. */
export type Scope = ExportScope | { readonly kind: 'all' };

const ALL = 'SELECT seq FROM chats WHERE trashed_at IS NULL OR trashed_at >= 0 ORDER BY seq';

const NAMED = `
  SELECT seq FROM chats WHERE trashed_at IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY seq`;

const OF_FOLDER = `
  WITH RECURSIVE line (seq) AS (
    SELECT seq FROM folders WHERE id = ? UNION SELECT f.seq FROM line JOIN folders f ON f.parent_seq = line.seq
  ) SELECT c.seq FROM line JOIN chats c ON c.folder_seq = line.seq WHERE c.trashed_at IS NULL ORDER BY c.seq`;

const seqsOf = (reader: Reader, sql: string, parameters: readonly string[] = []): readonly number[] =>
  reader.all(sql, parameters).map((row) => integer(row, 'seq'));

/**
 * The chats of a scope by their numbers, oldest first. Those in the Trash belong to everything only. Others get their turn
 * while a search is gone through. @param now in milliseconds, for `after:today` and the like.
 */
export const chatSeqsOf = async (reader: Reader, scope: Scope, now: number): Promise<readonly number[]> => {
  if (scope.kind === 'all') return seqsOf(reader, ALL);
  if (scope.kind === 'chats') return seqsOf(reader, NAMED, [JSON.stringify(scope.chatIds)]);
  if (scope.kind === 'folder') return seqsOf(reader, OF_FOLDER, [scope.folderId]);
  const found = new Set<number>();
  for (const seqs of findChatSeqs(reader, scope, now)) {
    for (const seq of seqs) found.add(seq);
    await nextTurn();
  }
  return [...found].sort((a, b) => a - b);
};
