import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { openHistory } from '../../../main/backstage/database/open-history';
import { insertChat } from '../../../main/backstage/history/chats';
import { saveFolder } from '../../../main/backstage/history/folders';

const HOUR_MS = 60 * 60 * 1000;
const OPTIONS = { model: 'gpt-4o-mini', params: {} };

/**
 * Puts a history into a profile that has none: so many empty chats, "Chat 1" the latest, each an hour older than the one before, and folders.
 * @param untitled which of the chats has no title
 */
export const makeManyChats = async (
  profile: string,
  count: number,
  folders: readonly string[] = [],
  untitled = 0,
): Promise<void> => {
  const key = randomBytes(32).toString('hex');
  await writeFile(path.join(profile, 'history.key'), `${key}\n`, { mode: 0o600 });
  const { database } = openHistory(path.join(profile, 'history.db'), key);
  const now = Date.now();
  database.write((writer) => {
    for (const name of folders) saveFolder(writer, { id: null, name, parentId: null });
    for (let at = 1; at <= count; at += 1)
      insertChat(
        writer,
        { id: uuidv7(), title: at === untitled ? '' : `Chat ${at}`, createdAt: now - at * HOUR_MS },
        OPTIONS,
      );
  });
  database.close();
};
