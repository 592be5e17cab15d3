import { changeGroups } from '../../../preload/contract/change-groups';
import type { Chat } from '../../../preload/contract/history';
import type { ChatChange, ChatChanges } from '../../../preload/contract/organise';
import { Failure } from '../../../preload/contract/result';
import type { Reader, Writer } from '../database/database';
import type { Row } from '../database/row';
import { integer, textOrNull } from '../database/row';
import { SELECT_CHAT, toStoredChat } from './chats';
import { findFolder } from './folders';
import { addTag, removeTag } from './tags';
import { GONE, UNFINISHED } from './trash';

/** Changes of chats, all of them made or none. */
export type WantedChanges = readonly {
  readonly chatIds: readonly string[];
  readonly change: ChatChange;
}[];

/** What changing chats came to. */
export interface ChangedChats {
  /** Those that are not in the Trash, as they are now. */
  readonly chats: readonly Chat[];
  /** Those that are. */
  readonly removedIds: readonly string[];
  /** What takes it all back; empty where nothing has changed. */
  readonly undo: ChatChanges;
}

/** Gathers what takes back the same from many chats. */
class Undo {
  readonly #groups = new Map<string, { readonly change: ChatChange; readonly chatIds: string[] }>();

  add(chatId: string, change: ChatChange): void {
    const key = JSON.stringify(change);
    const group = this.#groups.get(key) ?? { change, chatIds: [] };
    group.chatIds.push(chatId);
    this.#groups.set(key, group);
  }

  get changes(): ChatChanges {
    return [...this.#groups.values()]
      .reverse()
      .flatMap(({ change, chatIds }) => changeGroups(chatIds).map((ids) => ({ change, chatIds: ids })));
  }
}

const FIND = `
  SELECT c.seq, c.pinned_at, c.archived_at, c.trashed_at, f.id AS folder_id
  FROM chats c LEFT JOIN folders f ON f.seq = c.folder_seq WHERE c.id = ?`;

const isUnseen = (row: Row): boolean => row.trashed_at === GONE || row.trashed_at === UNFINISHED;

const retag = (
  writer: Writer,
  seq: number,
  { add, remove }: Extract<ChatChange, { kind: 'tag' }>,
): ChatChange | null => {
  const removed = remove.filter((name) => removeTag(writer, seq, name));
  const added = add.filter((name) => addTag(writer, seq, name));
  return removed.length + added.length === 0 ? null : { kind: 'tag', add: removed, remove: added };
};

/** Makes one change of one chat and answers with what takes it back; null: nothing has changed. */
const apply = (writer: Writer, row: Row, change: ChatChange, now: number): ChatChange | null => {
  const seq = integer(row, 'seq');
  switch (change.kind) {
    case 'move': {
      const folderId = textOrNull(row, 'folder_id');
      if (folderId === change.folderId) return null;
      const folderSeq = change.folderId === null ? null : findFolder(writer, change.folderId);
      writer.run('UPDATE chats SET folder_seq = ? WHERE seq = ?', [folderSeq, seq]);
      return { kind: 'move', folderId };
    }
    case 'tag':
      return retag(writer, seq, change);
    case 'pin': {
      if ((row.pinned_at !== null) === change.isPinned) return null;
      writer.run('UPDATE chats SET pinned_at = ? WHERE seq = ?', [change.isPinned ? now : null, seq]);
      return { kind: 'pin', isPinned: !change.isPinned };
    }
    case 'archive': {
      if ((row.archived_at !== null) === change.isArchived) return null;
      writer.run('UPDATE chats SET archived_at = ? WHERE seq = ?', [change.isArchived ? now : null, seq]);
      return { kind: 'archive', isArchived: !change.isArchived };
    }
    case 'trash': {
      // What was deleted for good does not come back.
      if ((row.trashed_at !== null) === change.isTrashed || isUnseen(row)) return null;
      writer.run('UPDATE chats SET trashed_at = ? WHERE seq = ?', [change.isTrashed ? now : null, seq]);
      return { kind: 'trash', isTrashed: !change.isTrashed };
    }
  }
};

const readChats = (reader: Reader, ids: readonly string[]): ChangedChats['chats'] =>
  reader
    .all(`${SELECT_CHAT} WHERE c.trashed_at IS NULL AND c.id IN (SELECT value FROM json_each(?))`, [
      JSON.stringify(ids),
    ])
    .map((row) => toStoredChat(row).chat);

/**
 * Makes changes of many chats at `now` (milliseconds). To be called in one transaction, so that all of them are made or
 * none. Errors: `history.notFound` (a chat or folder), `request.invalid` (a tag of nothing).
 */
export const changeChats = (writer: Writer, changes: WantedChanges, now: number): ChangedChats => {
  const undo = new Undo();
  for (const { chatIds, change } of changes) {
    for (const chatId of chatIds) {
      const row = writer.first(FIND, [chatId]);
      if (!row) throw new Failure('history.notFound', 'No such chat');
      const inverse = apply(writer, row, change, now);
      if (inverse !== null) undo.add(chatId, inverse);
    }
  }
  const ids = [...new Set(changes.flatMap(({ chatIds }) => chatIds))];
  const chats = readChats(writer, ids);
  const there = new Set(chats.map(({ id }) => id));
  return { chats, removedIds: ids.filter((id) => !there.has(id)), undo: undo.changes };
};
