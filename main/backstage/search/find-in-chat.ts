import { setImmediate as nextTurn } from 'node:timers/promises';
import { findFolded } from '../../../preload/contract/fold-text';
import type { MessagePart } from '../../../preload/contract/parts';
import type { ChatFinds } from '../../../preload/contract/search';
import type { Reader } from '../database/database';
import { integer, json, text } from '../database/row';
import { foldJournal, journalOf } from '../history/journal';
import type { StoredMessage } from '../history/messages';
import { wholePath } from '../history/path';
import { searchableText } from './searchable';

type MessageFind = ChatFinds['messages'][number];

/** Finds are counted up to this. */
const MAX_FINDS = 10_000;
/** Messages read at a time, and how long before others have their turn, in milliseconds. */
const SLICE = 100;
const SLICE_MS = 8;

const textOf = (reader: Reader, row: Readonly<Record<string, unknown>>): string => {
  const written = searchableText(json<readonly MessagePart[]>(row, 'parts'));
  return text(row, 'status') === 'streaming'
    ? foldJournal(written, journalOf(reader, integer(row, 'seq'), 'text'))
    : written;
};

const findIn = (reader: Reader, seqs: readonly number[], wanted: string): readonly MessageFind[] =>
  reader
    .all(
      `SELECT seq, id, status, parts FROM messages
      WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq`,
      [JSON.stringify(seqs)],
    )
    .map((row) => ({
      messageId: text(row, 'id'),
      count: findFolded(textOf(reader, row), wanted, MAX_FINDS).length,
    }))
    .filter(({ count }) => count > 0);

/**
 * Where a text stands in the messages from a chat's first to `leaf`, case, width and diacritics aside, also inside words.
 * Long chats are read in slices, so that others need not wait.
 * @param isWanted false when a newer question makes this one void: then what was found so far is handed out.
 */
export const findInChat = async (
  reader: Reader,
  leaf: Pick<StoredMessage, 'seq' | 'chatSeq'>,
  wanted: string,
  isWanted: () => boolean,
): Promise<ChatFinds> => {
  if (wanted === '') return { messages: [], isWhole: true };
  const path = wholePath(reader, leaf.chatSeq, leaf.seq);
  const messages: MessageFind[] = [];
  let total = 0;
  let began = performance.now();
  for (let at = 0; at < path.length; at += SLICE) {
    if (total >= MAX_FINDS || !isWanted()) return { messages, isWhole: false };
    for (const find of findIn(reader, path.slice(at, at + SLICE), wanted)) {
      messages.push(find);
      total += find.count;
    }
    if (performance.now() - began < SLICE_MS) continue;
    await nextTurn();
    began = performance.now();
  }
  return { messages, isWhole: total < MAX_FINDS };
};
