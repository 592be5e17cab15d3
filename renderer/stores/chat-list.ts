import type { Chat, ChatCursor, ChatPage } from '../../preload/contract/history';

/** The part of the chat list that is loaded, pinned ones first, then latest change first, and the chats that are being answered. */
export interface ChatList {
  readonly chats: readonly Chat[];
  readonly cursor: ChatCursor | null;
  readonly busy: ReadonlySet<string>;
}

const latestFirst = (a: Chat, b: Chat): number =>
  Number(b.isPinned ?? false) - Number(a.isPinned ?? false) ||
  b.updatedAt - a.updatedAt ||
  (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/**
 * Puts a new or changed chat in its place. One that belongs to a page not loaded yet is left to that page, and one that is
 * archived, or in a folder and not pinned, has no place.
 */
export const withChat = (list: ChatList, chat: Chat): ChatList => {
  const others = list.chats.filter(({ id }) => id !== chat.id);
  if (chat.isArchived || (chat.folderId !== undefined && !chat.isPinned)) return { ...list, chats: others };
  const last = others.at(-1);
  const beyond = list.cursor !== null && last !== undefined && latestFirst(last, chat) < 0;
  if (beyond) return { ...list, chats: others };
  const at = others.findIndex((other) => latestFirst(chat, other) < 0);
  return { ...list, chats: at < 0 ? [...others, chat] : others.toSpliced(at, 0, chat) };
};

/** Takes a chat out of the list. */
export const withoutChat = (list: ChatList, chatId: string): ChatList => ({
  ...list,
  chats: list.chats.filter(({ id }) => id !== chatId),
});

/** Appends a page; chats that moved up meanwhile are not shown twice. */
export const withPage = (list: ChatList, page: ChatPage): ChatList => {
  const known = new Set(list.chats.map(({ id }) => id));
  const added = page.chats.filter(({ id }) => !known.has(id));
  return { ...list, chats: [...list.chats, ...added], cursor: page.cursor };
};

/** Notes that a chat is, or is no longer, being answered. */
export const withBusy = (list: ChatList, chatId: string, busy: boolean): ChatList => {
  if (list.busy.has(chatId) === busy) return list;
  const ids = new Set(list.busy);
  if (busy) ids.add(chatId);
  else ids.delete(chatId);
  return { ...list, busy: ids };
};
