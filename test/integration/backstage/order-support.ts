import type { ChatCursor, ChatPage } from '../../../preload/contract/history';
import type { ChatFilter } from '../../../preload/contract/organise';
import type { Driver } from './support';
import { first } from './support';

/** Chats with a question and an answer each, oldest first. */
export const chats = async (driver: Driver, count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1)
    ids.push((await driver.exchange(null, `Chat ${at}`, 'a')).opened.chat.id);
  return ids;
};

/** Makes a folder. */
export const folder = async (
  driver: Driver,
  name: string,
  parentId: string | null = null,
): Promise<string> => {
  const before = new Set((await driver.call('order.read', null)).folders.map(({ id }) => id));
  const { folders } = await driver.call('order.saveFolder', { id: null, name, parentId });
  return first(folders.filter(({ id }) => !before.has(id))).id;
};

/** Ids of a whole list, read in pages of two. */
export const listed = async (driver: Driver, filter?: ChatFilter): Promise<readonly string[]> => {
  const ids: string[] = [];
  let cursor: ChatCursor | null = null;
  do {
    const page: ChatPage = await driver.call('chat.page', { cursor, limit: 2, filter });
    ids.push(...page.chats.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor);
  return ids;
};

/** Puts chats into a folder, or (null) out of all. */
export const move = (driver: Driver, chatIds: readonly string[], folderId: string | null) =>
  driver.call('order.changeChats', { changes: [{ chatIds, change: { kind: 'move', folderId } }] });
