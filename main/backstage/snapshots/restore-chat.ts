import { Failure } from '../../../preload/contract/result';
import type { Database, Writer } from '../database/database';
import { chatJson } from '../export/chat-json';
import { findChat, moveLeaf } from '../history/chats';
import { findMessageOf } from '../history/messages';
import { parseChatFile } from '../import/chat-file-schema';
import { prepareOwnChat } from '../import/own-chat';
import { mapInTurns } from '../import/pacer';
import { slowParse } from '../import/slow-parse';
import { writeChat } from '../import/write-chat';
import { isLarge, makeRoom, writeLargeChat } from '../import/write-large-chat';

/** Where the chat stood when the snapshot was made. */
const goToLeaf = (writer: Writer, chatId: string, leafId: string | null): void => {
  if (leafId === null) return;
  const { seq } = findChat(writer, chatId);
  moveLeaf(writer, seq, findMessageOf(writer, seq, leafId).seq, null);
};

/**
 * Brings a chat of a snapshot back as it was: whole where it is gone; else out of the Trash, on the path it had, and with
 * every message that is missing. What was written since stays as a branch. Errors: `history.notFound`.
 */
export const restoreChatFrom = async (
  snapshot: Database,
  live: Database,
  chatId: string,
  now: number,
): Promise<void> => {
  const stored = findChat(snapshot, chatId);
  const pieces = await mapInTurns(
    chatJson(snapshot, stored, { standsAlone: true, withDrafts: true }),
    (piece) => Buffer.from(piece),
  );
  const file = await parseChatFile(await slowParse(pieces));
  if (file?.kind !== 'chat') throw new Failure('history.damaged', 'The chat cannot be read');
  const finder = { database: live, index: new Map(), onBytes: () => undefined, clock: () => now };
  const { chat } = await prepareOwnChat(finder, file);
  const deps = { database: live, clock: () => now, onSlice: () => undefined };
  // What was deleted for good and not yet taken out would stand in the way of its own return.
  await makeRoom(deps, chatId);
  const isThere = live.first('SELECT 1 FROM chats WHERE id = ?', [chatId]) !== undefined;
  if (!isThere && isLarge(chat)) {
    await writeLargeChat(deps, chat, () => undefined);
    live.sync();
    return;
  }
  live.write((writer) => {
    writer.run('UPDATE chats SET trashed_at = NULL, archived_at = NULL WHERE id = ?', [chatId]);
    writeChat(writer, chat);
    if (isThere) goToLeaf(writer, chatId, chat.leafId);
  });
};
