import { linkBlobs } from '../attachments/message-blobs';
import type { Writer } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull, textOrNull } from '../database/row';
import { insertChat, moveLeaf } from '../history/chats';
import { saveDraft } from '../history/drafts';
import { saveEditDraft } from '../history/edit-drafts';
import { folderNamed } from '../history/folders';
import { saveResultDraft } from '../history/result-drafts';
import { addTag, mayAddTag } from '../history/tags';
import { insertMessage, type Place } from '../history/write-message';
import { isStableUuid, type ReadyChat, type ReadyMessage } from './ready-chat';

/** What became of a chat. */
export interface WrittenChat {
  readonly outcome: 'new' | 'grown' | 'same' | 'trashed';
  /** Those added now. */
  readonly messageCount: number;
}

const FIND_CHAT = `
  SELECT c.seq, c.trashed_at, c.updated_at, leaf.id AS leaf_id
  FROM chats c LEFT JOIN messages leaf ON leaf.seq = c.leaf_seq
  WHERE c.id = ?`;

/** Where the children of a message hang, in whichever chat it is; undefined: it is not there. */
const findBelow = (writer: Writer, messageId: string): Place | undefined => {
  const row = writer.first('SELECT seq, depth, chat_seq FROM messages WHERE id = ?', [messageId]);
  return (
    row && {
      chatSeq: integer(row, 'chat_seq'),
      parentSeq: integer(row, 'seq'),
      depth: integer(row, 'depth') + 1,
    }
  );
};

/** The same within one chat. */
const placeBelow = (writer: Writer, chatSeq: number, messageId: string): Place | undefined => {
  const place = findBelow(writer, messageId);
  return place?.chatSeq === chatSeq ? place : undefined;
};

const addBeside = (writer: Writer, seq: number, { parts, pinned, logprobs }: ReadyMessage): void => {
  linkBlobs(writer, seq, parts);
  if (pinned === true) writer.run('INSERT INTO pins (message_seq) VALUES (?)', [seq]);
  if (logprobs !== null)
    writer.run('INSERT INTO logprobs (message_seq, tokens) VALUES (?, ?)', [seq, JSON.stringify(logprobs)]);
};

/** Adds the messages that are not there yet and answers with how many those were. */
const addMessages = (
  writer: Writer,
  chatSeq: number,
  isNew: boolean,
  messages: readonly ReadyMessage[],
): number => {
  const below = new Map<string, Place>();
  let count = 0;
  for (const ready of messages) {
    // Also one that was moved into another chat since: what is new below it is added there.
    const known = isNew ? undefined : findBelow(writer, ready.id);
    if (known) {
      below.set(ready.id, known);
      continue;
    }
    const { parentId, logprobs: _kept, ...message } = ready;
    const parent = parentId === null ? undefined : below.get(parentId);
    const place = parent ?? { chatSeq, parentSeq: null, depth: 0 };
    const seq = insertMessage(writer, place, message);
    addBeside(writer, seq, ready);
    below.set(ready.id, { chatSeq: place.chatSeq, parentSeq: seq, depth: place.depth + 1 });
    count += 1;
  }
  return count;
};

const leafSeqOf = (writer: Writer, chatSeq: number, { leafId }: ReadyChat): number | null =>
  leafId === null ? null : (placeBelow(writer, chatSeq, leafId)?.parentSeq ?? null);

const addUnsent = (writer: Writer, seq: number, chat: ReadyChat): void => {
  const { draft, resultDrafts = [], editDrafts = [], trashedAt } = chat;
  if (draft) saveDraft(writer, seq, draft);
  for (const result of resultDrafts) saveResultDraft(writer, seq, result);
  for (const edited of editDrafts) saveEditDraft(writer, seq, edited);
  if (trashedAt !== undefined) writer.run('UPDATE chats SET trashed_at = ? WHERE seq = ?', [trashedAt, seq]);
};

/** Puts a chat into its folder, made where it is missing, and gives it its tags. Without room for them it stays as it is. */
const putInOrder = (writer: Writer, seq: number, { folder = [], tags = [] }: ReadyChat): void => {
  const folderSeq = folderNamed(writer, folder);
  if (folderSeq !== null) writer.run('UPDATE chats SET folder_seq = ? WHERE seq = ?', [folderSeq, seq]);
  for (const tag of tags) if (mayAddTag(writer, tag)) addTag(writer, seq, tag);
};

const addChat = (writer: Writer, chat: ReadyChat): WrittenChat => {
  const seq = insertChat(writer, chat, chat.options);
  const messageCount = addMessages(writer, seq, true, chat.messages);
  moveLeaf(writer, seq, leafSeqOf(writer, seq, chat), chat.updatedAt);
  const { costUsd, unpriced, pinnedAt, archivedAt } = chat;
  writer.run('UPDATE chats SET cost_usd = ?, unpriced = ?, pinned_at = ?, archived_at = ? WHERE seq = ?', [
    costUsd,
    unpriced,
    pinnedAt,
    archivedAt,
    seq,
  ]);
  addUnsent(writer, seq, chat);
  putInOrder(writer, seq, chat);
  return { outcome: 'new', messageCount };
};

const growChat = (writer: Writer, row: Row, chat: ReadyChat): WrittenChat => {
  const seq = integer(row, 'seq');
  const messageCount = addMessages(writer, seq, false, chat.messages);
  if (messageCount === 0) return { outcome: 'same', messageCount };
  const leafId = textOrNull(row, 'leaf_id');
  // Who has gone on from it here stays where they are.
  const isFollowed = leafId === null || isStableUuid(leafId) || chat.messages.some(({ id }) => id === leafId);
  const updatedAt = Math.max(integer(row, 'updated_at'), chat.updatedAt);
  const leafSeq = leafSeqOf(writer, seq, chat);
  if (isFollowed && leafSeq !== null) moveLeaf(writer, seq, leafSeq, updatedAt);
  return { outcome: 'grown', messageCount };
};

/**
 * Writes a chat down, or what is new of one that is there. To be called in one transaction with nothing else, so that a
 * chat is there whole or not at all. A chat in the Trash stays as it is.
 */
export const writeChat = (writer: Writer, chat: ReadyChat): WrittenChat => {
  const row = writer.first(FIND_CHAT, [chat.id]);
  if (!row) return addChat(writer, chat);
  if (integerOrNull(row, 'trashed_at') !== null) return { outcome: 'trashed', messageCount: 0 };
  return growChat(writer, row, chat);
};
