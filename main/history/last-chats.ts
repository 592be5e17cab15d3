import { hkdfSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ChatPage } from '../../preload/contract/history';
import { seal, unseal } from '../vault/sealed-text';

/** Which history the chats are of, and who keeps them. */
export interface LastChatsOf {
  /** The database. The chats are kept beside it. */
  readonly file: string;
  /** The history's key: 64 hex digits. */
  readonly keyHex: string;
  readonly appVersion: string;
}

/** Chats that are read and shown first. */
export const LIST_PAGE_LENGTH = 60;

const placeOf = (folder: string): string => path.join(folder, 'last-chats.json');

/** True where an app that was closed has kept its first chats in this profile folder. */
export const hasLastChats = (folder: string): boolean => existsSync(placeOf(folder));

/** Not the database's own key: that is for one cipher alone (RFC 5869, section 3.2). */
const keyFrom = (keyHex: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'parlance: last chats', 32));

/** What the chats are bound to: this very state of the database, as this version reads it. Null: a log has changed it. */
const bindingOf = async ({ file, appVersion }: LastChatsOf): Promise<string | null> => {
  const { size, mtimeMs } = await stat(file);
  const log = await stat(`${file}-wal`).catch(() => null);
  return log !== null && log.size > 0 ? null : `${appVersion} ${size} ${mtimeMs}`;
};

/** Keeps the first chats of a history that was closed, encrypted. Errors: Node's own; the next start then does without. */
export const keepLastChats = async (of: LastChatsOf, chats: ChatPage): Promise<void> => {
  const binding = await bindingOf(of);
  if (binding === null) return;
  const sealed = seal(keyFrom(of.keyHex), binding, JSON.stringify(chats));
  await writeFile(placeOf(path.dirname(of.file)), JSON.stringify(sealed), { mode: 0o600 });
};

/**
 * Takes the kept chats away and answers with them; null where there are none, or where the history is not what it was when they
 * were kept. Called before a history is opened: once it can change, there is nothing left that could show it as it was. Never
 * rejects.
 */
export const takeLastChats = async (of: LastChatsOf): Promise<ChatPage | null> => {
  const place = placeOf(path.dirname(of.file));
  try {
    const kept = await readFile(place, 'utf8');
    await rm(place);
    const binding = await bindingOf(of);
    const text = binding === null ? null : unseal(keyFrom(of.keyHex), binding, JSON.parse(kept));
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
};
