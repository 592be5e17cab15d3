import type { Chat } from '../../../preload/contract/history';
import { chatName } from '../export/names';

/** How the name of a chat's file ends: it says whose it is. */
const CHAT_FILE = /^\d{4}-\d\d-\d\d .* ([0-9a-f]{12})\.(?:md|jsonl)$/su;

const BLOB_FILE = /^[0-9a-f]{64}\.[a-z]+$/;

/** What of an id stands in the names of its files. */
export const shortId = (id: string): string => id.slice(-12);

/** The chat that a file is of, by the end of its id; null: it is none of ours. */
export const chatOf = (name: string): string | null => CHAT_FILE.exec(name)?.[1] ?? null;

/** Whether a file is an attachment as we name them. */
export const isBlobName = (name: string): boolean => BLOB_FILE.test(name);

/** The files of a chat. Composed letters: file systems differ in what they make of others. */
export const filesOf = (chat: Chat): { readonly markdown: string; readonly jsonl: string } => {
  const name = chatName(chat).normalize('NFC');
  return { markdown: `${name}.md`, jsonl: `${name}.jsonl` };
};
