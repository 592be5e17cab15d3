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
export const filesOf = (
  chat: Pick<Chat, 'id' | 'title' | 'createdAt'>,
): { readonly markdown: string; readonly jsonl: string } => {
  const name = chatName(chat).normalize('NFC');
  return { markdown: `${name}.md`, jsonl: `${name}.jsonl` };
};

/** Files of a chat under other names than it has now. */
export interface Stale {
  /** To go before the new ones are written: where upper and lower case are one, they would take the new ones with them. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const composed = (name: string): string => name.normalize('NFC');
const caseless = (name: string): string => composed(name).toUpperCase();

/**
 * Which of the names in a folder are a chat's former ones. A file system may spell a name with decomposed letters: that is
 * the same file, unless both spellings stand there.
 */
export const staleNames = (names: readonly string[], id: string, wanted: readonly string[]): Stale => {
  const isKept = (name: string): boolean => {
    const same = wanted.find((each) => composed(each) === composed(name));
    return same !== undefined && (same === name || !names.includes(same));
  };
  const stale = names.filter((name) => chatOf(name) === shortId(id) && !isKept(name));
  const isInTheWay = (name: string) => wanted.some((each) => caseless(each) === caseless(name));
  return {
    before: stale.filter(isInTheWay),
    after: stale.filter((name) => !isInTheWay(name)),
  };
};
