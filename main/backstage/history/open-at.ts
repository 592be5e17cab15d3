import type { OpenedChat, TranscriptPage } from '../../../preload/contract/history';
import type { Database, Reader } from '../database/database';
import { newestLeaf } from './branches';
import type { StoredChat } from './chats';
import { findChat, moveLeaf } from './chats';
import type { StoredMessage } from './messages';
import { findMessageOf, readMessages } from './messages';
import { pathStretch } from './path';
import { readPlace } from './reading-place';
import { openChat, readStretch } from './transcript';

const readOne = (reader: Reader, seq: number): StoredMessage | undefined => readMessages(reader, [seq])[0];

const isOnPath = (reader: Reader, leafSeq: number | null, { seq, depth }: StoredMessage): boolean => {
  const leaf = leafSeq === null ? undefined : readOne(reader, leafSeq);
  if (leaf === undefined || leaf.depth < depth) return false;
  return pathStretch(reader, leaf, depth, 1)[0] === seq;
};

/** The chat with its leaf on the message's branch. A history that only lets itself be read keeps its own leaf. */
const withPathThrough = (database: Database, stored: StoredChat, target: StoredMessage): StoredChat => {
  if (isOnPath(database, stored.leafSeq, target)) return stored;
  const leafSeq = newestLeaf(database, stored.seq, target.message.id);
  if (database.isReadOnly) {
    const leafId = readOne(database, leafSeq)?.message.id ?? '';
    return { ...stored, leafSeq, chat: { ...stored.chat, leafId } };
  }
  database.write((writer) => moveLeaf(writer, stored.seq, leafSeq, null));
  return findChat(database, stored.chat.id);
};

/** The stretch of at most `limit` entries of a chat's path around one of its messages. */
const readAround = (
  reader: Reader,
  { leafSeq }: StoredChat,
  { depth }: StoredMessage,
  limit: number,
): TranscriptPage => {
  const leaf = leafSeq === null ? undefined : readOne(reader, leafSeq);
  if (leaf === undefined) return { entries: [], from: 0, length: 0 };
  const last = Math.max(0, leaf.depth + 1 - limit);
  return readStretch(reader, leaf, Math.max(0, Math.min(depth - Math.floor(limit / 2), last)), limit);
};

/** All that belongs to the chat, with the stretch around a message of its path in place of its end. */
export const openAround = (
  reader: Reader,
  stored: StoredChat,
  target: StoredMessage,
  limit: number,
): OpenedChat => ({
  ...openChat(reader, stored, 1),
  transcript: readAround(reader, stored, target, limit),
});

/**
 * A chat with the stretch of its path around a message; the chat goes along that branch from now on. Errors:
 * `history.notFound`.
 */
export const openAt = (database: Database, chatId: string, messageId: string, limit: number): OpenedChat => {
  const found = findChat(database, chatId);
  const target = findMessageOf(database, found.seq, messageId);
  return openAround(database, withPathThrough(database, found, target), target, limit);
};

/** A chat where its reader left it, or with the end of its path. Errors: `history.notFound`. */
export const openAtPlace = (reader: Reader, chatId: string, limit: number): OpenedChat => {
  const stored = findChat(reader, chatId);
  const place = readPlace(reader, stored.seq);
  const target = place === null ? undefined : readOne(reader, place.messageSeq);
  // Left on another branch, or before the chat was restored from an older state: then its end is as good.
  if (place === null || target === undefined || !isOnPath(reader, stored.leafSeq, target))
    return openChat(reader, stored, limit);
  return {
    ...openAround(reader, stored, target, limit),
    place: { messageId: target.message.id, offset: place.offset },
  };
};
