import { setTimeout as pause } from 'node:timers/promises';
import type { Reader } from '../database/database';
import { searchMessages } from './search-messages';

/** After the list and the first chat are there, and between the searches, in milliseconds: whoever asks comes first. */
const BEGIN_MS = 1500;
const PAUSE_MS = 100;

/** Each reads other parts of the index, and makes other code ready. */
const QUERIES = ['a', 'th', '的', '一个', '"in the', 'role:user in'];

type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

const waitUnheld: Wait = (ms, signal) => pause(ms, undefined, { signal, ref: false });

const searchAll = async (reader: Reader, signal: AbortSignal, wait: Wait): Promise<void> => {
  await wait(BEGIN_MS, signal);
  for (const query of QUERIES) {
    for (const order of ['newest', 'best'] as const) {
      searchMessages(reader, { query, order, chatId: null, cursor: null }, Date.now());
      await wait(PAUSE_MS, signal);
    }
  }
};

/**
 * Searches a little by itself soon after the history was opened, so that the first search of the person finds its
 * statements, code and pages ready: that one takes some 40 ms else.
 * @param wait how it waits between them; fails when the signal says that all is over
 * @returns ends it, before the database is closed.
 */
export const warmUp = (reader: Reader, wait = waitUnheld): (() => void) => {
  const end = new AbortController();
  // Ended, or a search failed: the person's own will tell.
  searchAll(reader, end.signal, wait).catch(() => undefined);
  return () => end.abort();
};
