import { randomUUID } from 'node:crypto';
import type { Reader, Writer } from '../database/database';
import { integer, text, textOrNull } from '../database/row';

/** What is kept of the mirror. */
export interface MirrorRow {
  readonly folder: string | null;
  readonly owner: string;
  readonly fileId: string;
}

/** A chat that has changed. */
export interface Queued {
  readonly chatSeq: number;
  readonly change: number;
}

/** What is kept of the mirror; null: none was ever chosen. */
export const readMirror = (reader: Reader): MirrorRow | null => {
  const row = reader.first('SELECT folder, owner, file_id FROM mirror');
  return row
    ? { folder: textOrNull(row, 'folder'), owner: text(row, 'owner'), fileId: text(row, 'file_id') }
    : null;
};

/** Queues every chat: files that are right already are left as they are. @param fileId the history's file as it is now. */
export const queueAll = (writer: Writer, fileId: string): void => {
  writer.run('UPDATE mirror SET file_id = ?', [fileId]);
  writer.run(
    `INSERT INTO mirror_queue (chat_seq) SELECT seq FROM chats WHERE true
      ON CONFLICT (chat_seq) DO UPDATE SET change = change + 1`,
  );
  // No chat has this number: it stands for files of chats that are gone.
  writer.run('INSERT OR IGNORE INTO mirror_queue (chat_seq) VALUES (0)');
};

/** Sets the folder and queues every chat, or (null) ends the mirror; its files stay. */
export const setMirror = (
  writer: Writer,
  { folder, fileId }: { readonly folder: string | null; readonly fileId: string },
): void => {
  writer.run(
    `INSERT INTO mirror (one, folder, owner, file_id) VALUES (1, ?, ?, ?)
      ON CONFLICT (one) DO UPDATE SET folder = excluded.folder`,
    [folder, readMirror(writer)?.owner ?? randomUUID(), fileId],
  );
  if (folder === null) writer.run('DELETE FROM mirror_queue');
  else queueAll(writer, fileId);
};

/** The next chat that has changed; undefined: all are written. */
export const nextQueued = (reader: Reader, after: number): Queued | undefined => {
  const row = reader.first(
    'SELECT chat_seq, change FROM mirror_queue WHERE chat_seq > ? ORDER BY chat_seq LIMIT 1',
    [after],
  );
  return row && { chatSeq: integer(row, 'chat_seq'), change: integer(row, 'change') };
};

/** Takes a chat out, unless it has changed once more. */
export const unqueue = (writer: Writer, { chatSeq, change }: Queued): void => {
  writer.run('DELETE FROM mirror_queue WHERE chat_seq = ? AND change = ?', [chatSeq, change]);
};

/** How many chats wait. */
export const queuedCount = (reader: Reader): number =>
  integer(reader.first('SELECT count(*) AS count FROM mirror_queue WHERE chat_seq > 0') ?? {}, 'count');
