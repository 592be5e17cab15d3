import { v7 as uuidv7 } from 'uuid';
import type { MovedBranch } from '../../../preload/contract/branches';
import { Failure } from '../../../preload/contract/result';
import type { Reader, Writer } from '../database/database';
import { integerOrNull } from '../database/row';
import type { OpInput } from '../protocol';
import { type Carrying, carryMessages, subtreeOf } from './carry-messages';
import { findChat, insertChat, moveLeaf, type StoredChat } from './chats';
import { findMessageOf, type StoredMessage } from './messages';
import { walkPath } from './path';
import { cleanTitle } from './title';

const refuseStreaming = (reader: Reader, seqs: readonly number[]): void => {
  const streaming = reader.first(
    `SELECT 1 FROM messages WHERE status = 'streaming' AND seq IN (SELECT value FROM json_each(?)) LIMIT 1`,
    [JSON.stringify(seqs)],
  );
  if (streaming) throw new Failure('chat.busy', 'The reply is still streaming');
};

/** A chat beside another one: with its options, in its folder, with its tags. */
const addChatLike = (writer: Writer, { seq, chat }: StoredChat, title: string, now: number) => {
  const id = uuidv7();
  const added = { id, title: cleanTitle(title) || chat.title, createdAt: now };
  const addedSeq = insertChat(writer, added, chat.options);
  writer.run('UPDATE chats SET folder_seq = (SELECT folder_seq FROM chats WHERE seq = ?) WHERE seq = ?', [
    seq,
    addedSeq,
  ]);
  writer.run('INSERT INTO chat_tags SELECT ?, tag_seq FROM chat_tags WHERE chat_seq = ?', [addedSeq, seq]);
  return { id, seq: addedSeq };
};

const pathTo = (reader: Reader, { seq, depth }: StoredMessage): readonly number[] =>
  walkPath(reader, seq, depth + 1).toReversed();

const carryingTo = (chatSeq: number, isMove: boolean): Carrying => ({
  chatSeq,
  isMove,
  places: new Map(),
  ids: new Map(),
});

/** Copies a path, or with `isWhole` also all that hangs from it, into a new chat; answers with that chat's id. */
export const copyBranch = (
  writer: Writer,
  input: Omit<OpInput<'branch.copy'>, 'limit'>,
  now: number,
): string => {
  const chat = findChat(writer, input.chatId);
  const target = findMessageOf(writer, chat.seq, input.messageId);
  const path = pathTo(writer, target);
  const seqs = input.isWhole ? [...path.slice(0, -1), ...subtreeOf(writer, chat.seq, target.seq)] : path;
  refuseStreaming(writer, seqs);
  const added = addChatLike(writer, chat, input.title, now);
  const carrying = carryingTo(added.seq, false);
  carryMessages(writer, seqs, carrying);
  const end = carrying.places.get(leafWithin(chat, seqs) ?? target.seq);
  moveLeaf(writer, added.seq, end?.seq ?? null, now);
  return added.id;
};

/** The chat's own leaf where it is among those that are carried. */
const leafWithin = ({ leafSeq }: StoredChat, seqs: readonly number[]): number | null =>
  leafSeq !== null && seqs.includes(leafSeq) ? leafSeq : null;

/** What the lists of models and images say is what the messages say. */
const renewFacets = (writer: Writer, chatSeq: number): void => {
  writer.run('DELETE FROM chat_models WHERE chat_seq = ?', [chatSeq]);
  writer.run(
    'INSERT OR IGNORE INTO chat_models SELECT model, chat_seq FROM messages WHERE chat_seq = ? AND model IS NOT NULL',
    [chatSeq],
  );
  writer.run(
    `UPDATE chats SET has_images = EXISTS (
      SELECT 1 FROM messages m JOIN message_blobs l ON l.message_seq = m.seq JOIN blobs b ON b.seq = l.blob_seq
      WHERE m.chat_seq = chats.seq AND b.width IS NOT NULL)
    WHERE seq = ? AND has_images = 1`,
    [chatSeq],
  );
};

/** Where a chat goes on whose branch below `parentSeq` has left it. */
const leafWithout = (
  reader: Reader,
  chatSeq: number,
  parentSeq: number | null,
  branchSeq: number,
): number | null => {
  const sibling = reader.first(
    'SELECT max(seq) AS seq FROM messages WHERE chat_seq = ? AND parent_seq IS ? AND seq <> ?',
    [chatSeq, parentSeq, branchSeq],
  );
  const siblingSeq = integerOrNull(sibling ?? { seq: null }, 'seq');
  return siblingSeq === null ? parentSeq : (subtreeOf(reader, chatSeq, siblingSeq).at(-1) ?? siblingSeq);
};

/** Takes a branch from one chat into another: `carrying` says where it goes. */
const carryBranch = (
  writer: Writer,
  chat: StoredChat,
  target: StoredMessage,
  carrying: Carrying,
  now: number,
): void => {
  const seqs = subtreeOf(writer, chat.seq, target.seq);
  refuseStreaming(writer, seqs);
  const leafSeq = leafWithin(chat, seqs);
  if (leafSeq !== null)
    moveLeaf(writer, chat.seq, leafWithout(writer, chat.seq, target.parentSeq, target.seq), null);
  carryMessages(writer, seqs, carrying);
  renewFacets(writer, chat.seq);
  const end = carrying.places.get(leafSeq ?? seqs.at(-1) ?? target.seq);
  moveLeaf(writer, carrying.chatSeq, end?.seq ?? null, now);
};

/**
 * Moves a branch into a new chat, below copies of what stands above it; answers with that chat's id and what takes it back.
 * Errors: those of `branch.move`.
 */
export const moveBranch = (
  writer: Writer,
  input: Omit<OpInput<'branch.move'>, 'limit'>,
  now: number,
): MovedBranch['undo'] => {
  const chat = findChat(writer, input.chatId);
  const target = findMessageOf(writer, chat.seq, input.messageId);
  const { seq, parentSeq } = target;
  if (parentSeq === null && leafWithout(writer, chat.seq, null, seq) === null)
    throw new Failure('request.invalid', 'Nothing would be left of the chat');
  const added = addChatLike(writer, chat, input.title, now);
  const above = pathTo(writer, target).slice(0, -1);
  refuseStreaming(writer, above);
  const copying = carryingTo(added.seq, false);
  carryMessages(writer, above, copying);
  carryBranch(writer, chat, target, { ...copying, isMove: true }, now);
  return {
    chatId: added.id,
    messageId: input.messageId,
    toChatId: chat.chat.id,
    parentId: target.message.parentId,
    leafId: chat.chat.leafId,
  };
};

/**
 * Takes a moved branch back to where it was; the chat made for it goes to the Trash. Errors: those of `branch.moveBack`.
 */
export const moveBranchBack = (
  writer: Writer,
  { chatId, messageId, toChatId, parentId, leafId }: MovedBranch['undo'],
  now: number,
): void => {
  const from = findChat(writer, chatId);
  const target = findMessageOf(writer, from.seq, messageId);
  const to = findChat(writer, toChatId);
  const parent = parentId === null ? null : findMessageOf(writer, to.seq, parentId);
  const carrying = carryingTo(to.seq, true);
  // What it hangs from in the one chat stands for what it hung from in the other.
  if (parent !== null && target.parentSeq !== null) {
    const twins = [pathTo(writer, target).slice(0, -1), pathTo(writer, parent)] as const;
    for (const [at, seq] of twins[0].entries()) {
      const twin = twins[1][at];
      if (twin !== undefined) carrying.places.set(seq, { seq: twin, depth: at });
    }
    renameTwins(writer, twins, carrying.ids);
  }
  carryBranch(writer, from, target, carrying, now);
  if (leafId !== null) moveLeaf(writer, to.seq, findMessageOf(writer, to.seq, leafId).seq, now);
  writer.run('UPDATE chats SET trashed_at = ? WHERE seq = ?', [now, from.seq]);
};

const renameTwins = (
  reader: Reader,
  [ones, others]: readonly [readonly number[], readonly number[]],
  ids: Map<string, string>,
): void => {
  const idOf = (seq: number | undefined): unknown =>
    reader.first('SELECT id FROM messages WHERE seq = ?', [seq ?? null])?.id;
  for (const [at, one] of ones.entries()) {
    const [id, twin] = [idOf(one), idOf(others[at])];
    if (typeof id === 'string' && typeof twin === 'string') ids.set(id, twin);
  }
};

/** Lets a chat go on below one of its messages; what stood below stays as a branch. Errors: those of `branch.from`. */
export const branchFrom = (writer: Writer, chatId: string, messageId: string): void => {
  const { seq } = findChat(writer, chatId);
  const target = findMessageOf(writer, seq, messageId);
  if (target.message.status === 'streaming') throw new Failure('chat.busy', 'The reply is still streaming');
  moveLeaf(writer, seq, target.seq, null);
};
