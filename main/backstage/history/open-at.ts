import type { OpenedChat, TranscriptPage } from '../../../preload/contract/history';
import type { Database, Reader } from '../database/database';
import { newestLeaf } from './branches';
import type { StoredChat } from './chats';
import { findChat, moveLeaf } from './chats';
import type { StoredMessage } from './messages';
import { findMessageOf, readMessages } from './messages';
import { walkPath } from './path';
import { openChat, readTranscript } from './transcript';

/** The `seq`s of at most `limit` messages below `above` on the path to `leafSeq`, oldest first. */
const walkDown = (
  reader: Reader,
  leafSeq: number,
  above: StoredMessage,
  limit: number,
): readonly number[] => {
  const [leaf] = readMessages(reader, [leafSeq]);
  if (leaf === undefined || leaf.depth <= above.depth) return [];
  return walkPath(reader, leafSeq, leaf.depth - above.depth)
    .slice(-limit)
    .toReversed();
};

const idOf = (reader: Reader, seq: number): string => readMessages(reader, [seq])[0]?.message.id ?? '';

/** At most `limit` entries below the message `above` on the path to `leafSeq`. */
export const readLater = (
  reader: Reader,
  leafSeq: number,
  above: StoredMessage,
  limit: number,
): TranscriptPage => {
  const below = walkDown(reader, leafSeq, above, limit);
  const last = below.at(-1);
  if (last === undefined) return { entries: [], before: null, after: null };
  const page = readTranscript(reader, last, below.length);
  return { ...page, after: last === leafSeq ? null : idOf(reader, last) };
};

const isOnPath = (reader: Reader, leafSeq: number | null, { seq, depth }: StoredMessage): boolean => {
  if (leafSeq === null) return false;
  const [leaf] = readMessages(reader, [leafSeq]);
  if (leaf === undefined || leaf.depth < depth) return false;
  return walkPath(reader, leafSeq, leaf.depth - depth + 1).at(-1) === seq;
};

/** The chat with its leaf on the message's branch. A history that only lets itself be read keeps its own leaf. */
const withPathThrough = (database: Database, stored: StoredChat, target: StoredMessage): StoredChat => {
  if (isOnPath(database, stored.leafSeq, target)) return stored;
  const leafSeq = newestLeaf(database, stored.seq, target.message.id);
  if (database.isReadOnly)
    return { ...stored, leafSeq, chat: { ...stored.chat, leafId: idOf(database, leafSeq) } };
  database.write((writer) => moveLeaf(writer, stored.seq, leafSeq, null));
  return findChat(database, stored.chat.id);
};

/**
 * A chat with the stretch of its path around a message, half of `limit` on either side; the chat goes along that branch
 * from now on. Errors: `history.notFound`.
 */
export const openAt = (database: Database, chatId: string, messageId: string, limit: number): OpenedChat => {
  const found = findChat(database, chatId);
  const target = findMessageOf(database, found.seq, messageId);
  const stored = withPathThrough(database, found, target);
  const half = Math.ceil(limit / 2);
  const later = readLater(database, stored.leafSeq ?? target.seq, target, half);
  const earlier = readTranscript(database, target.seq, half);
  return {
    // All that belongs to the chat, with a stretch of its own in place of its end.
    ...openChat(database, stored, 1),
    transcript: {
      entries: [...earlier.entries, ...later.entries],
      before: earlier.before,
      after: later.after ?? null,
    },
  };
};
