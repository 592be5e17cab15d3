import type { ChatCursor, ChatPage } from '../../../preload/contract/history';
import type { Reader } from '../database/database';
import { SELECT_CHAT, toStoredChat } from './chats';

/** More than anyone pins; they are not paged. */
const MAX_PINNED = 200;

const PINNED = `${SELECT_CHAT}
  WHERE c.trashed_at IS NULL AND c.archived_at IS NULL AND c.pinned_at IS NOT NULL
  ORDER BY c.updated_at DESC, c.id DESC LIMIT ?`;

const FIRST_PAGE = `${SELECT_CHAT}
  WHERE c.trashed_at IS NULL AND c.archived_at IS NULL AND c.pinned_at IS NULL
  ORDER BY c.updated_at DESC, c.id DESC LIMIT ?`;

const NEXT_PAGE = `${SELECT_CHAT}
  WHERE c.trashed_at IS NULL AND c.archived_at IS NULL AND c.pinned_at IS NULL
    AND (c.updated_at, c.id) < (?, ?)
  ORDER BY c.updated_at DESC, c.id DESC LIMIT ?`;

/**
 * A page of at most `limit` chats after `cursor`, latest change first; the id decides between equal times. Archived chats are
 * left out; those that are pinned come with the first page, before the others.
 */
export const readChatPage = (reader: Reader, cursor: ChatCursor | null, limit: number): ChatPage => {
  // One more than asked for tells whether there is another page.
  const rows =
    cursor === null
      ? reader.all(FIRST_PAGE, [limit + 1])
      : reader.all(NEXT_PAGE, [cursor.updatedAt, cursor.id, limit + 1]);
  const chats = rows.slice(0, limit).map((row) => toStoredChat(row).chat);
  const last = chats.at(-1);
  const pinned = cursor === null ? reader.all(PINNED, [MAX_PINNED]).map((row) => toStoredChat(row).chat) : [];
  return {
    chats: [...pinned, ...chats],
    cursor: rows.length > limit && last ? { updatedAt: last.updatedAt, id: last.id } : null,
  };
};
