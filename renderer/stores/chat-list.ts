import type { Chat, ChatCursor, ChatPage } from '../../preload/contract/history';

/** The part of the chat list that is loaded, pinned ones first, then latest change first, and the chats that are being answered. */
export interface ChatList {
  readonly chats: readonly Chat[];
  readonly cursor: ChatCursor | null;
  readonly busy: ReadonlySet<string>;
}

/** Compares places in a list, the latest change first; the id decides between equal times. */
export const latestFirst = (a: ChatCursor, b: ChatCursor): number =>
  b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

const pinnedFirst = (a: ChatCursor, b: ChatCursor): number =>
  Number(b.isPinned ?? false) - Number(a.isPinned ?? false) || latestFirst(a, b);

const hasPlace = ({ isArchived, folderId, isPinned }: Chat): boolean =>
  isArchived !== true && (folderId === undefined || isPinned === true);

/**
 * Puts new or changed chats in their places. One that belongs to a page not loaded yet is left to that page, and one that is
 * archived, or in a folder and not pinned, has no place.
 */
export const withChats = (list: ChatList, changed: readonly Chat[]): ChatList => {
  const ids = new Set(changed.map(({ id }) => id));
  const others = list.chats.filter(({ id }) => !ids.has(id));
  const isLoaded = (chat: Chat) => list.cursor === null || pinnedFirst(chat, list.cursor) <= 0;
  const placed = changed.filter((chat) => hasPlace(chat) && isLoaded(chat));
  return { ...list, chats: [...others, ...placed].sort(pinnedFirst) };
};

/** Puts a new or changed chat in its place. */
export const withChat = (list: ChatList, chat: Chat): ChatList => withChats(list, [chat]);

/** Takes chats out of the list. */
export const withoutChats = (list: ChatList, chatIds: ReadonlySet<string>): ChatList => ({
  ...list,
  chats: list.chats.filter(({ id }) => !chatIds.has(id)),
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
