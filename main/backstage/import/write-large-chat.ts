import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Writer } from '../database/database';
import { textOrNull } from '../database/row';
import { insertChat } from '../history/chats';
import { removeNext } from '../history/remover';
import { GONE, UNFINISHED } from '../history/trash';
import { Pacer } from './pacer';
import type { ReadyChat, ReadyMessage } from './ready-chat';
import { completeChat, MessageAdder, type WrittenChat, writeChat } from './write-chat';

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

/** Takes out, in slices, what is left of a chat that was deleted for good: it would stand in the way of its own return. */
export const makeRoom = async ({ database, clock, onSlice }: WriteDeps, chatId: string): Promise<void> => {
  while (database.first('SELECT 1 FROM chats WHERE id = ? AND trashed_at = ?', [chatId, GONE])) {
    database.writeRelaxed((writer) => removeNext(writer, clock()));
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
    database.writeRelaxed((writer) =>
      writer.run('UPDATE chats SET trashed_at = ? WHERE id = ? AND trashed_at = ?', [
        GONE,
        chat.id,
        UNFINISHED,
      ]),
    );
    await makeRoom({ database, clock, onSlice: () => undefined }, chat.id);
  } catch {
    // What cannot be marked, for example on a full disk, is found at the next start.
  }
};

const writeNew = async (
  deps: WriteDeps,
  chat: ReadyChat,
  onKept: (written: WrittenChat) => void,
): Promise<void> => {
  const { database, onSlice } = deps;
  try {
    const seq = database.writeRelaxed((writer) => insertUnseen(writer, chat));
    const adder = new MessageAdder(seq, true);
    for (let at = 0; at < chat.messages.length; ) {
      await nextTurn();
      onSlice();
      at = database.writeRelaxed((writer) => addSlice(writer, adder, chat, at));
    }
    database.writeRelaxed(
      (writer) => completeChat(writer, seq, chat),
      () => onKept({ outcome: 'new', messageCount: adder.count }),
    );
  } catch (thrown) {
    await giveUp(deps, chat);
    throw thrown;
  }
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

const FIND = 'SELECT m.id FROM chats c LEFT JOIN messages m ON m.seq = c.leaf_seq WHERE c.id = ?';

/**
 * As `writeChat` for a large chat, but others get their turn in between. Nobody sees a new one until it is whole; a kill
 * leaves a mark by which the next start takes it out. Errors: what `onSlice` throws, and those of `writeRelaxed`.
 * @param onKept called once it is there for good.
 */
export const writeLargeChat = async (
  deps: WriteDeps,
  chat: ReadyChat,
  onKept: (written: WrittenChat) => void,
): Promise<void> => {
  const row = deps.database.first(FIND, [chat.id]);
  if (!row) return writeNew(deps, chat, onKept);
  const messages = await newOf(deps, chat, textOrNull(row, 'id'));
  deps.database.writeRelaxed((writer) => writeChat(writer, { ...chat, messages }), onKept);
};
