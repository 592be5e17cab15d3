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

/** Adds messages to a chat one after the other, parents before children. */
export class MessageAdder {
  readonly #chatSeq: number;
  readonly #isNew: boolean;
  readonly #below = new Map<string, Place>();
  #added: number[] = [];
  #count = 0;

  constructor(chatSeq: number, isNew: boolean) {
    this.#chatSeq = chatSeq;
    this.#isNew = isNew;
  }

  /** Those that were not there yet. */
  get count(): number {
    return this.#count;
  }

  /** The numbers of those that were added to a chat that is there already; it may be changed before more are. */
  takeAdded(): readonly number[] {
    const added = this.#added;
    this.#added = [];
    this.#below.clear();
    return added;
  }

  /** Adds a message unless it is there. */
  add(writer: Writer, ready: ReadyMessage): void {
    // Also one that was moved into another chat since: what is new below it is added there.
    const known = this.#isNew ? undefined : findBelow(writer, ready.id);
    if (known) {
      this.#below.set(ready.id, known);
      return;
    }
    const { parentId, logprobs: _kept, ...message } = ready;
    const parent = parentId === null ? undefined : this.#placeBelow(writer, parentId);
    const place = parent ?? { chatSeq: this.#chatSeq, parentSeq: null, depth: 0 };
    const seq = insertMessage(writer, place, message);
    addBeside(writer, seq, ready);
    this.#below.set(ready.id, { chatSeq: place.chatSeq, parentSeq: seq, depth: place.depth + 1 });
    if (!this.#isNew) this.#added.push(seq);
    this.#count += 1;
  }

  #placeBelow(writer: Writer, parentId: string): Place | undefined {
    return this.#below.get(parentId) ?? (this.#isNew ? undefined : findBelow(writer, parentId));
  }
}

const addMessages = (writer: Writer, seq: number, isNew: boolean, { messages }: ReadyChat): number => {
  const adder = new MessageAdder(seq, isNew);
  for (const ready of messages) adder.add(writer, ready);
  return adder.count;
};

const leafSeqOf = (writer: Writer, chatSeq: number, { leafId }: ReadyChat): number | null =>
  leafId === null ? null : (placeBelow(writer, chatSeq, leafId)?.parentSeq ?? null);

const addUnsent = (writer: Writer, seq: number, chat: ReadyChat): void => {
  const { draft, resultDrafts = [], editDrafts = [] } = chat;
  if (draft) saveDraft(writer, seq, draft);
  for (const result of resultDrafts) saveResultDraft(writer, seq, result);
  for (const edited of editDrafts) saveEditDraft(writer, seq, edited);
};

/** Puts a chat into its folder, made where it is missing, and gives it its tags. Without room for them it stays as it is. */
const putInOrder = (writer: Writer, seq: number, { folder = [], tags = [] }: ReadyChat): void => {
  const folderSeq = folderNamed(writer, folder);
  if (folderSeq !== null) writer.run('UPDATE chats SET folder_seq = ? WHERE seq = ?', [folderSeq, seq]);
  for (const tag of tags) if (mayAddTag(writer, tag)) addTag(writer, seq, tag);
};

/** Gives a chat whose messages are there all else that it has. */
export const completeChat = (writer: Writer, seq: number, chat: ReadyChat): void => {
  moveLeaf(writer, seq, leafSeqOf(writer, seq, chat), chat.updatedAt);
  const { costUsd, unpriced, pinnedAt, archivedAt, trashedAt } = chat;
  writer.run(
    'UPDATE chats SET cost_usd = ?, unpriced = ?, pinned_at = ?, archived_at = ?, trashed_at = ? WHERE seq = ?',
    [costUsd, unpriced, pinnedAt, archivedAt, trashedAt, seq],
  );
  addUnsent(writer, seq, chat);
  putInOrder(writer, seq, chat);
};

const addChat = (writer: Writer, chat: ReadyChat): WrittenChat => {
  const seq = insertChat(writer, chat, chat.options);
  const messageCount = addMessages(writer, seq, true, chat);
  completeChat(writer, seq, chat);
  return { outcome: 'new', messageCount };
};

const goOn = (writer: Writer, row: Row, chat: ReadyChat, messageCount: number): WrittenChat => {
  const seq = integer(row, 'seq');
  if (messageCount === 0) return { outcome: 'same', messageCount };
  const leafId = textOrNull(row, 'leaf_id');
  // Who has gone on from it here stays where they are.
  const isFollowed = leafId === null || isStableUuid(leafId) || chat.messages.some(({ id }) => id === leafId);
  const updatedAt = Math.max(integer(row, 'updated_at'), chat.updatedAt);
  const leafSeq = leafSeqOf(writer, seq, chat);
  if (isFollowed && leafSeq !== null) moveLeaf(writer, seq, leafSeq, updatedAt);
  return { outcome: 'grown', messageCount };
};

/** Ends what was added to a chat that is there already: it is shown on, unless somebody has gone on from it here. */
export const completeGrown = (writer: Writer, chat: ReadyChat, messageCount: number): WrittenChat => {
  const row = writer.first(FIND_CHAT, [chat.id]);
  return row ? goOn(writer, row, chat, messageCount) : { outcome: 'trashed', messageCount: 0 };
};

/**
 * Writes a chat down, or what is new of one that is there. To be called in one transaction with nothing else, so that a
 * chat is there whole or not at all. A chat in the Trash stays as it is.
 */
export const writeChat = (writer: Writer, chat: ReadyChat): WrittenChat => {
  const row = writer.first(FIND_CHAT, [chat.id]);
  if (!row) return addChat(writer, chat);
  if (integerOrNull(row, 'trashed_at') !== null) return { outcome: 'trashed', messageCount: 0 };
  return goOn(writer, row, chat, addMessages(writer, integer(row, 'seq'), false, chat));
};
