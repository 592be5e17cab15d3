import type { Chat } from '../../../preload/contract/history';
import type { ChatOptions } from '../../../preload/contract/parameters';
import { Failure } from '../../../preload/contract/result';
import type { Reader, Writer } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull, json, text, textOrNull } from '../database/row';
import { chatCostOf } from './chat-cost';
import { cleanTitle } from './title';

/** A chat and the numbers that its rows are linked by. */
export interface StoredChat {
  readonly seq: number;
  readonly leafSeq: number | null;
  readonly chat: Chat;
}

/** The columns that `toStoredChat` reads. */
export const SELECT_CHAT = `
  SELECT c.seq, c.id, c.title, c.created_at, c.updated_at, c.options, c.leaf_seq, c.pinned_at, c.archived_at, c.cost_usd, c.unpriced, leaf.id AS leaf_id, f.id AS folder_id,
    (SELECT json_group_array(t.name) FROM chat_tags ct JOIN tags t ON t.seq = ct.tag_seq WHERE ct.chat_seq = c.seq) AS tags
  FROM chats c LEFT JOIN messages leaf ON leaf.seq = c.leaf_seq LEFT JOIN folders f ON f.seq = c.folder_seq`;

const orderOf = (row: Row): Pick<Chat, 'folderId' | 'tags'> => {
  const folderId = textOrNull(row, 'folder_id');
  const tags = json<readonly string[]>(row, 'tags');
  return {
    ...(folderId === null ? {} : { folderId }),
    ...(tags.length === 0 ? {} : { tags: tags.toSorted((a, b) => a.localeCompare(b)) }),
  };
};

const stateOf = (row: Row): Pick<Chat, 'isPinned' | 'isArchived'> => ({
  ...(row.pinned_at === null ? {} : { isPinned: true as const }),
  ...(row.archived_at === null ? {} : { isArchived: true as const }),
});

/** A row of `SELECT_CHAT`. */
export const toStoredChat = (row: Row): StoredChat => ({
  seq: integer(row, 'seq'),
  leafSeq: integerOrNull(row, 'leaf_seq'),
  chat: {
    id: text(row, 'id'),
    title: text(row, 'title'),
    createdAt: integer(row, 'created_at'),
    updatedAt: integer(row, 'updated_at'),
    leafId: textOrNull(row, 'leaf_id'),
    options: json<ChatOptions>(row, 'options'),
    cost: chatCostOf(row),
    ...stateOf(row),
    ...orderOf(row),
  },
});

/** A chat that is not in the Trash. Errors: `history.notFound`. */
export const findChat = (reader: Reader, chatId: string): StoredChat => {
  const row = reader.first(`${SELECT_CHAT} WHERE c.id = ? AND c.trashed_at IS NULL`, [chatId]);
  if (!row) throw new Failure('history.notFound', 'No such chat');
  return toStoredChat(row);
};

/** Adds an empty chat and answers with its `seq`. */
export const insertChat = (
  writer: Writer,
  chat: { readonly id: string; readonly title: string; readonly createdAt: number },
  options: ChatOptions,
): number => {
  const row = writer.first(
    `INSERT INTO chats (id, title, created_at, updated_at, options) VALUES (?, ?, ?, ?, ?) RETURNING seq`,
    [chat.id, chat.title, chat.createdAt, chat.createdAt, JSON.stringify(options)],
  );
  return integer(row ?? {}, 'seq');
};

/** Moves the leaf (null: before the first message); `updatedAt` in milliseconds, null keeps it. */
export const moveLeaf = (
  writer: Writer,
  chatSeq: number,
  leafSeq: number | null,
  updatedAt: number | null,
): void => {
  writer.run('UPDATE chats SET leaf_seq = ?, updated_at = ifnull(?, updated_at) WHERE seq = ?', [
    leafSeq,
    updatedAt,
    chatSeq,
  ]);
};

/** Moves the leaf to what was written at `now` (milliseconds). A chat that is written in comes back from the archive. */
export const moveToWritten = (writer: Writer, chatSeq: number, leafSeq: number, now: number): void => {
  moveLeaf(writer, chatSeq, leafSeq, now);
  writer.run('UPDATE chats SET archived_at = NULL WHERE seq = ? AND archived_at IS NOT NULL', [chatSeq]);
};

/** Renames a chat. Errors: `history.notFound`, `request.invalid` when nothing visible is left of the title. */
export const renameChat = (writer: Writer, chatId: string, title: string): Chat => {
  const cleaned = cleanTitle(title);
  if (cleaned === '') throw new Failure('request.invalid', 'A title needs at least one visible character');
  const { seq } = findChat(writer, chatId);
  // A title that was typed stays.
  writer.run('UPDATE chats SET title = ?, title_state = 0 WHERE seq = ?', [cleaned, seq]);
  return findChat(writer, chatId).chat;
};

/** Keeps what a chat is answered with. Errors: `history.notFound`. */
export const setChatOptions = (writer: Writer, chatId: string, options: ChatOptions): Chat => {
  const { seq } = findChat(writer, chatId);
  writer.run('UPDATE chats SET options = ? WHERE seq = ?', [JSON.stringify(options), seq]);
  return findChat(writer, chatId).chat;
};

/** Moves a chat to the Trash at `now` (milliseconds); nothing of it is lost. Errors: `history.notFound`. */
export const trashChat = (writer: Writer, chatId: string, now: number): void => {
  const { seq } = findChat(writer, chatId);
  writer.run('UPDATE chats SET trashed_at = ? WHERE seq = ?', [now, seq]);
};

/** Takes a chat out of the Trash; one that is not in it stays as it is. Errors: `history.notFound`. */
export const restoreChat = (writer: Writer, chatId: string): Chat => {
  writer.run('UPDATE chats SET trashed_at = NULL WHERE id = ? AND trashed_at >= 0', [chatId]);
  return findChat(writer, chatId).chat;
};

/** Keeps a chat at the top of the list from `now` (milliseconds) on, or (null) no longer. Errors: `history.notFound`. */
export const pinChat = (writer: Writer, chatId: string, now: number | null): Chat => {
  const { seq } = findChat(writer, chatId);
  writer.run('UPDATE chats SET pinned_at = ? WHERE seq = ?', [now, seq]);
  return findChat(writer, chatId).chat;
};

/** Puts a chat away from the list at `now` (milliseconds), or (null) back. Errors: `history.notFound`. */
export const archiveChat = (writer: Writer, chatId: string, now: number | null): Chat => {
  const { seq } = findChat(writer, chatId);
  writer.run('UPDATE chats SET archived_at = ? WHERE seq = ?', [now, seq]);
  return findChat(writer, chatId).chat;
};
