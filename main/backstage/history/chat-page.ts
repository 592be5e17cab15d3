import type { ChatCursor, ChatPage } from '../../../preload/contract/history';
import type { ChatFilter } from '../../../preload/contract/organise';
import type { Reader } from '../database/database';
import type { SqlValue } from '../database/sql-value';
import { SELECT_CHAT, toStoredChat } from './chats';
import { foldTag } from './tags';

/** Pinned chats of a page: more than most people pin, so that the first page has them all beside its others. */
const MAX_PINNED = 200;

const SHOWN = 'c.trashed_at IS NULL AND c.archived_at IS NULL';

/** Without statistics SQLite would guess which index is in the order of the list. */
const chatsBy = (index: string): string => SELECT_CHAT.replace('chats c', `chats c INDEXED BY ${index}`);

const PINNED: Condition = {
  index: 'chats_pinned',
  sql: `${SHOWN} AND c.pinned_at IS NOT NULL`,
  parameters: [],
};

/** Which chats are listed, in SQL. */
interface Condition {
  /** The index that is in the order of the list; absent where there are few chats to sort. */
  readonly index?: string;
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

const midnight = (now: number): number => {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
};

const conditionOf = (filter: ChatFilter | null, now: number): Condition => {
  switch (filter?.kind) {
    case undefined:
      return {
        index: 'chats_listed',
        sql: `${SHOWN} AND c.pinned_at IS NULL AND c.folder_seq IS NULL`,
        parameters: [],
      };
    case 'folder':
      return {
        index: 'chats_in_folder',
        sql: `${SHOWN} AND c.folder_seq IS NOT NULL AND c.folder_seq = (SELECT seq FROM folders WHERE id = ?)`,
        parameters: [filter.folderId],
      };
    case 'tag':
      return {
        sql: `${SHOWN} AND c.seq IN (SELECT chat_seq FROM chat_tags WHERE tag_seq = (SELECT seq FROM tags WHERE folded = ?))`,
        parameters: [foldTag(filter.tag)],
      };
    case 'model':
      return {
        sql: `${SHOWN} AND c.seq IN (SELECT chat_seq FROM chat_models WHERE model = ?)`,
        parameters: [filter.model],
      };
    case 'today':
      return { index: 'chats_recent', sql: `${SHOWN} AND c.updated_at >= ?`, parameters: [midnight(now)] };
    case 'images':
      return { index: 'chats_with_images', sql: `${SHOWN} AND c.has_images = 1`, parameters: [] };
    case 'archived':
      return {
        index: 'chats_archived',
        sql: 'c.trashed_at IS NULL AND c.archived_at IS NOT NULL',
        parameters: [],
      };
  }
};

/** What is listed, from where, and how much of it. */
export interface ChatPageQuestion {
  readonly cursor: ChatCursor | null;
  readonly limit: number;
  readonly filter?: ChatFilter | undefined;
}

/** Chats that a condition lets through, after a cursor. */
const readAfter = (
  reader: Reader,
  { index, sql, parameters }: Condition,
  { cursor, limit }: Pick<ChatPageQuestion, 'cursor' | 'limit'>,
): ChatPage => {
  const after = cursor === null ? '' : 'AND (c.updated_at, c.id) < (?, ?)';
  // One more than asked for tells whether there is another page.
  const rows = reader.all(
    `${index === undefined ? SELECT_CHAT : chatsBy(index)} WHERE ${sql} ${after} ORDER BY c.updated_at DESC, c.id DESC LIMIT ?`,
    [...parameters, ...(cursor === null ? [] : [cursor.updatedAt, cursor.id]), limit + 1],
  );
  const chats = rows.slice(0, limit).map((row) => toStoredChat(row).chat);
  const last = chats.at(-1);
  return { chats, cursor: rows.length > limit && last ? { updatedAt: last.updatedAt, id: last.id } : null };
};

/**
 * A page of at most `limit` chats after `cursor`, latest change first; the id decides between equal times. Without a
 * filter archived chats and those in folders are left out, and the pinned ones come before the others, with the first page
 * or, where they are very many, in pages of their own. `now` in milliseconds.
 */
export const readChatPage = (
  reader: Reader,
  { cursor, limit, filter }: ChatPageQuestion,
  now: number,
): ChatPage => {
  const condition = conditionOf(filter ?? null, now);
  const isAmongPinned = filter === undefined && (cursor === null || cursor.isPinned === true);
  if (!isAmongPinned) return readAfter(reader, condition, { cursor, limit });
  const pinned = readAfter(reader, PINNED, { cursor, limit: MAX_PINNED });
  if (pinned.cursor !== null) return { ...pinned, cursor: { ...pinned.cursor, isPinned: true } };
  const others = readAfter(reader, condition, { cursor: null, limit });
  return { ...others, chats: [...pinned.chats, ...others.chats] };
};
