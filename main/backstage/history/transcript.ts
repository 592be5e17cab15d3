import type { Message, OpenedChat, TranscriptEntry, TranscriptPage } from '../../../preload/contract/history';
import type { Reader } from '../database/database';
import { integer, text, textOrNull } from '../database/row';
import { sideBySide } from './answer-group';
import type { StoredChat } from './chats';
import { readDraft } from './drafts';
import { readEditDrafts } from './edit-drafts';
import type { StoredMessage } from './messages';
import { readMessages } from './messages';
import { pathStretch, walkPath } from './path';
import { readResultDrafts } from './result-drafts';

interface Sibling {
  readonly seq: number;
  readonly id: string;
  readonly groupId: string | null;
  /** The answer that this one goes on from. */
  readonly continuesId: string | null;
}

const EMPTY: TranscriptPage = { entries: [], from: 0, length: 0 };

const siblingsOf = (reader: Reader, { chatSeq, parentSeq }: StoredMessage): readonly Sibling[] =>
  reader
    .all(
      `SELECT seq, id, group_id, answer ->> '$.continuesId' AS continues_id
        FROM messages WHERE chat_seq = ? AND parent_seq IS ? ORDER BY seq`,
      [chatSeq, parentSeq],
    )
    .map((row) => ({
      seq: integer(row, 'seq'),
      id: text(row, 'id'),
      groupId: textOrNull(row, 'group_id'),
      continuesId: textOrNull(row, 'continues_id'),
    }));

/** The group of the answer that this one goes on from in the end: its own where it goes on from none. */
const groupOf = (sibling: Sibling, byId: ReadonlyMap<string, Sibling>): string | null => {
  const before = byId.get(sibling.continuesId ?? '');
  return before === undefined ? sibling.groupId : groupOf(before, byId);
};

/** The answers that stand side by side: those of one request or one comparison, when there is more than one. */
const answersOf = (
  reader: Reader,
  { message }: StoredMessage,
  siblings: readonly Sibling[],
): readonly Message[] => {
  if (message.answer === null) return [];
  const byId = new Map(siblings.map((sibling) => [sibling.id, sibling]));
  const own = byId.get(message.id);
  const group = own === undefined ? null : groupOf(own, byId);
  // What goes on from a text that no model made has no group.
  if (group === null || siblings.filter(({ groupId }) => groupId === group).length < 2) return [];
  const seqs = siblings.filter((sibling) => groupOf(sibling, byId) === group).map(({ seq }) => seq);
  const answers = readMessages(reader, seqs).map((stored) => stored.message);
  return sideBySide(answers, message.id);
};

const toEntry = (reader: Reader, stored: StoredMessage): TranscriptEntry => {
  const siblings = siblingsOf(reader, stored);
  return {
    message: stored.message,
    siblingIds: siblings.map((sibling) => sibling.id),
    answers: answersOf(reader, stored, siblings),
  };
};

/** The last entries of a path, at most `limit`: those up to the message `lastSeq` (null: an empty path). */
const readTranscript = (reader: Reader, lastSeq: number | null, limit: number): TranscriptPage => {
  if (lastSeq === null) return EMPTY;
  const path = readMessages(reader, walkPath(reader, lastSeq, limit));
  const length = (path.at(-1)?.depth ?? -1) + 1;
  return { entries: path.map((stored) => toEntry(reader, stored)), from: length - path.length, length };
};

/**
 * The entries at the places `from` to `from + count` of the path to `leaf`, as far as there are any: the part of a long
 * chat that one looks at, wherever it is.
 */
export const readStretch = (
  reader: Reader,
  leaf: Pick<StoredMessage, 'seq' | 'chatSeq' | 'depth'>,
  from: number,
  count: number,
): TranscriptPage => ({
  entries: readMessages(reader, pathStretch(reader, leaf, from, count)).map((stored) =>
    toEntry(reader, stored),
  ),
  from,
  length: leaf.depth + 1,
});

/** A chat with the end of its path and its drafts. */
export const openChat = (reader: Reader, { seq, leafSeq, chat }: StoredChat, limit: number): OpenedChat => {
  const resultDrafts = readResultDrafts(reader, seq);
  const editDrafts = readEditDrafts(reader, seq);
  return {
    chat,
    transcript: readTranscript(reader, leafSeq, limit),
    draft: readDraft(reader, seq),
    ...(resultDrafts.length === 0 ? {} : { resultDrafts }),
    ...(editDrafts.length === 0 ? {} : { editDrafts }),
  };
};
