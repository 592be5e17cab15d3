import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Reader, Writer } from '../database/database';
import { integer, textOrNull } from '../database/row';
import { insertChat } from '../history/chats';
import { endGrowing, hasLeft, leaveGrowing, noteGrowing, takeBackNext } from '../history/growing';
import { removeNext } from '../history/remover';
import { GONE, UNFINISHED } from '../history/trash';
import { Pacer } from './pacer';
import type { ReadyChat, ReadyMessage } from './ready-chat';
import { completeChat, completeGrown, MessageAdder, type WrittenChat, writeChat } from './write-chat';

/** Messages above which a chat is written in slices. */
const LARGE = 200;

/** What an import writes with. */
export interface WriteDeps {
  readonly database: Database;
  readonly clock: () => number;
  /** Called before every slice; what it throws ends the work. */
  readonly onSlice: () => void;
}

/** Whether a chat is too large to be written in one go. */
export const isLarge = ({ messages }: ReadyChat): boolean => messages.length > LARGE;

/**
 * Takes out, in slices, what would stand in the way: what is left of a chat that was deleted for good, and of one that an
 * import before gave up.
 */
export const makeRoom = async ({ database, clock, onSlice }: WriteDeps, chatId: string): Promise<void> => {
  const isGoing = () =>
    database.first('SELECT 1 FROM chats WHERE id = ? AND trashed_at = ?', [chatId, GONE]) !== undefined;
  while (isGoing() || hasLeft(database)) {
    database.writeRelaxed((writer) => (isGoing() ? removeNext(writer, clock()) : takeBackNext(writer)));
    await nextTurn();
    onSlice();
  }
};

const insertUnseen = (writer: Writer, chat: ReadyChat): number => {
  const seq = insertChat(writer, chat, chat.options);
  writer.run('UPDATE chats SET trashed_at = ? WHERE seq = ?', [UNFINISHED, seq]);
  return seq;
};

/** Adds messages from the one at `from` on, and answers with where to go on. */
const addSlice = (writer: Writer, adder: MessageAdder, { messages }: ReadyChat, from: number): number => {
  const pacer = new Pacer();
  let at = from;
  for (; at < messages.length && !pacer.isDue; at += 1) {
    const message = messages[at];
    if (message) adder.add(writer, message);
  }
  return at;
};

const giveUp = async ({ database, clock }: WriteDeps, chat: ReadyChat): Promise<void> => {
  try {
    database.writeRelaxed((writer) => {
      writer.run('UPDATE chats SET trashed_at = ? WHERE id = ? AND trashed_at = ?', [
        GONE,
        chat.id,
        UNFINISHED,
      ]);
      leaveGrowing(writer);
    });
    await makeRoom({ database, clock, onSlice: () => undefined }, chat.id);
  } catch {
    // What cannot be marked, for example on a full disk, is found at the next start.
  }
};

type OnKept = (written: WrittenChat) => void;

/** Does slices of work, each in a piece of a transaction, and takes back all that they did when one fails. */
const inSlices = async (
  deps: WriteDeps,
  chat: ReadyChat,
  slice: (writer: Writer, from: number) => number,
  complete: () => unknown,
): Promise<void> => {
  const { database, onSlice } = deps;
  try {
    for (let at = 0; at < chat.messages.length; ) {
      await nextTurn();
      onSlice();
      at = database.writeRelaxed((writer) => slice(writer, at));
    }
    await complete();
  } catch (thrown) {
    await giveUp(deps, chat);
    throw thrown;
  }
};

const writeNew = (deps: WriteDeps, chat: ReadyChat, onKept: OnKept): Promise<void> => {
  const { database } = deps;
  const seq = database.writeRelaxed((writer) => insertUnseen(writer, chat));
  const adder = new MessageAdder(seq, true);
  return inSlices(
    deps,
    chat,
    (writer, from) => addSlice(writer, adder, chat, from),
    () =>
      database.writeRelaxed(
        (writer) => completeChat(writer, seq, chat),
        () => onKept({ outcome: 'new', messageCount: adder.count }),
      ),
  );
};

const isShown = (reader: Reader, chatSeq: number): boolean =>
  reader.first('SELECT 1 FROM chats WHERE seq = ? AND trashed_at IS NULL', [chatSeq]) !== undefined;

/** Adds what is new of a chat that is shown. It stays where it stands until all of it is there, and as it was if it goes into the Trash. */
const writeGrown = (deps: WriteDeps, chat: ReadyChat, chatSeq: number, onKept: OnKept): Promise<void> => {
  const adder = new MessageAdder(chatSeq, false);
  const grow = (writer: Writer, from: number): number => {
    if (!isShown(writer, chatSeq)) return chat.messages.length;
    const at = addSlice(writer, adder, chat, from);
    noteGrowing(writer, adder.takeAdded());
    return at;
  };
  const complete = (writer: Writer): WrittenChat => {
    if (!isShown(writer, chatSeq)) {
      leaveGrowing(writer);
      return { outcome: 'trashed', messageCount: 0 };
    }
    endGrowing(writer);
    return completeGrown(writer, chat, adder.count);
  };
  return inSlices(deps, chat, grow, () => {
    deps.database.writeRelaxed(complete, onKept);
    return makeRoom(deps, chat.id);
  });
};

/** The messages that are not there, what they hang from, and the one that the chat stands at: all that adding looks at. */
const newOf = async (
  { database, onSlice }: WriteDeps,
  { messages }: ReadyChat,
  leafId: string | null,
): Promise<readonly ReadyMessage[]> => {
  const pacer = new Pacer();
  const wanted = new Set<string | null>();
  for (const { id, parentId } of messages) {
    if (pacer.isDue) {
      await pacer.pause();
      onSlice();
    }
    if (database.first('SELECT 1 FROM messages WHERE id = ?', [id]) === undefined)
      wanted.add(id).add(parentId);
  }
  return messages.filter(({ id }) => wanted.has(id) || id === leafId);
};

const FIND = `
  SELECT c.seq, c.trashed_at, m.id AS leaf_id FROM chats c LEFT JOIN messages m ON m.seq = c.leaf_seq WHERE c.id = ?`;

/**
 * As `writeChat` for a large chat, but others get their turn in between. Nobody sees a new one until it is whole, and one that
 * is there goes on only when all that is new of it is; a kill leaves marks by which the next start takes out what is not.
 * Errors: what `onSlice` throws, and those of `writeRelaxed`.
 * @param onKept called once it is there for good.
 */
export const writeLargeChat = async (deps: WriteDeps, chat: ReadyChat, onKept: OnKept): Promise<void> => {
  const row = deps.database.first(FIND, [chat.id]);
  if (!row) return writeNew(deps, chat, onKept);
  const grown = { ...chat, messages: await newOf(deps, chat, textOrNull(row, 'leaf_id')) };
  if (isLarge(grown) && row.trashed_at === null) return writeGrown(deps, grown, integer(row, 'seq'), onKept);
  deps.database.writeRelaxed((writer) => writeChat(writer, grown), onKept);
};
