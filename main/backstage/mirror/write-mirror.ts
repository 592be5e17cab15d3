import { readBlob } from '../attachments/blobs';
import type { Reader } from '../database/database';
import { text } from '../database/row';
import { blobsOf } from '../export/chat-blobs';
import { chatJsonl } from '../export/chat-jsonl';
import { chatMarkdown } from '../export/chat-markdown';
import { attachmentName } from '../export/names';
import { isPartial } from '../export/partial-files';
import { SELECT_CHAT, type StoredChat, toStoredChat } from '../history/chats';
import type { MirrorFolder, Shelf } from './mirror-folder';
import { chatOf, filesOf, isBlobName, shortId, staleNames } from './mirror-names';

const linkTo = (hash: string, mime: string): string => `../attachments/${attachmentName(hash, mime)}`;

/** The chat of this number as long as it is not in the Trash. */
export const findMirrored = (reader: Reader, chatSeq: number): StoredChat | null => {
  const row = reader.first(`${SELECT_CHAT} WHERE c.seq = ? AND c.trashed_at IS NULL`, [chatSeq]);
  return row ? toStoredChat(row) : null;
};

/** Whether its newest answer is still being written: its end is worth waiting for. */
export const isStreaming = (reader: Reader, { leafSeq }: StoredChat): boolean =>
  reader.first(`SELECT 1 FROM messages WHERE seq = ? AND status = 'streaming'`, [leafSeq]) !== undefined;

/** The names of the files that are there when a run begins. */
export interface MirrorNames {
  readonly chats: readonly string[];
  /** Those that are written are added. */
  readonly attachments: Set<string>;
}

const listShelf = async (folder: MirrorFolder, shelf: Shelf): Promise<readonly string[]> => {
  const names = await folder.names(shelf);
  // Nobody else writes here: they are of a run that was broken off.
  for (const name of names.filter(isPartial)) await folder.remove(shelf, name);
  return names;
};

/** Lists a folder, once for all chats of a run, and removes what is half written. */
export const mirrorNames = async (folder: MirrorFolder): Promise<MirrorNames> => ({
  chats: await listShelf(folder, 'chats'),
  attachments: new Set(await listShelf(folder, 'attachments')),
});

/** Writes a chat's files and what they link to; files of its former title go after that. */
export const mirrorChat = async (
  reader: Reader,
  folder: MirrorFolder,
  stored: StoredChat,
  { chats, attachments }: MirrorNames,
): Promise<void> => {
  for (const { hash, mime } of blobsOf(reader, [], stored.seq)) {
    const name = attachmentName(hash, mime);
    // Named by its content: what is there is right.
    if (attachments.has(name)) continue;
    await folder.write('attachments', name, () => [readBlob(reader, hash).bytes]);
    attachments.add(name);
  }
  const { markdown, jsonl } = filesOf(stored.chat);
  const stale = staleNames(chats, stored.chat.id, [markdown, jsonl]);
  for (const name of stale.before) await folder.remove('chats', name);
  await folder.write('chats', markdown, () => chatMarkdown(reader, stored, linkTo));
  await folder.write('chats', jsonl, () => chatJsonl(reader, stored));
  for (const name of stale.after) await folder.remove('chats', name);
};

const liveChats = (reader: Reader): ReadonlySet<string> =>
  new Set(reader.all('SELECT id FROM chats WHERE trashed_at IS NULL').map((row) => shortId(text(row, 'id'))));

const usedBlobs = (reader: Reader): ReadonlySet<string> => {
  const rows = reader.all(
    `SELECT b.hash, b.mime FROM blobs b WHERE b.seq IN (
      WITH used (seq) AS (
        SELECT DISTINCT l.blob_seq FROM message_blobs l
          JOIN messages m ON m.seq = l.message_seq JOIN chats c ON c.seq = m.chat_seq WHERE c.trashed_at IS NULL)
      SELECT seq FROM used UNION SELECT f.text_seq FROM used JOIN blobs f ON f.seq = used.seq)`,
  );
  return new Set(rows.map((row) => attachmentName(text(row, 'hash'), text(row, 'mime'))));
};

/** Removes the files of chats that are gone or in the Trash, and what only those linked to. */
export const sweepMirror = async (reader: Reader, folder: MirrorFolder): Promise<void> => {
  const chats = liveChats(reader);
  for (const name of await folder.names('chats')) {
    const id = chatOf(name);
    if (id !== null && !chats.has(id)) await folder.remove('chats', name);
  }
  const blobs = usedBlobs(reader);
  for (const name of await folder.names('attachments'))
    if (isBlobName(name) && !blobs.has(name)) await folder.remove('attachments', name);
};
