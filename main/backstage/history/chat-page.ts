import type { ChatCursor, ChatPage } from '../../../preload/contract/history';
import type { Reader } from '../database/database';
import { SELECT_CHAT, toStoredChat } from './chats';

const FIRST_PAGE = `${SELECT_CHAT}
  WHERE c.trashed_at IS NULL
  ORDER BY c.updated_at DESC, c.id DESC LIMIT ?`;

const NEXT_PAGE = `${SELECT_CHAT}
  WHERE c.trashed_at IS NULL AND (c.updated_at, c.id) < (?, ?)
  ORDER BY c.updated_at DESC, c.id DESC LIMIT ?`;

/** A page of at most `limit` chats after `cursor`, latest change first; the id decides between equal times. */
export const readChatPage = (reader: Reader, cursor: ChatCursor | null, limit: number): ChatPage => {
  // One more than asked for tells whether there is another page.
  const rows =
    cursor === null
      ? reader.all(FIRST_PAGE, [limit + 1])
      : reader.all(NEXT_PAGE, [cursor.updatedAt, cursor.id, limit + 1]);
  const chats = rows.slice(0, limit).map((row) => toStoredChat(row).chat);
  const last = chats.at(-1);
  return {
    chats,
    cursor: rows.length > limit && last ? { updatedAt: last.updatedAt, id: last.id } : null,
  };
};
