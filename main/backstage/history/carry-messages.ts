import { v7 as uuidv7 } from 'uuid';
import type { AnswerFacts } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import { linkBlobs } from '../attachments/message-blobs';
import type { Reader, Writer } from '../database/database';
import type { Row } from '../database/row';
import { integer, integerOrNull, json, jsonOrNull, text, textOrNull } from '../database/row';
import type { Place } from './write-message';

/** Where messages are carried to, and whether they leave the place where they are. */
export interface Carrying {
  readonly chatSeq: number;
  readonly isMove: boolean;
  /** New places of messages that are there already, by the `seq`s of their originals. */
  readonly places: Map<number, CarriedPlace>;
  /** Ids of copies by the ids of their originals. */
  readonly ids: Map<string, string>;
}

/** Where a carried message stands now. */
export interface CarriedPlace {
  readonly seq: number;
  readonly depth: number;
}

type StoredFacts = Omit<AnswerFacts, 'params'>;

const FIND = `
  SELECT m.id, m.parent_seq, m.role, m.status, m.created_at, m.params_seq, m.name, m.answer, m.parts,
    EXISTS (SELECT 1 FROM pins WHERE message_seq = m.seq) AS pinned,
    (SELECT tokens FROM logprobs WHERE message_seq = m.seq) AS logprobs,
    (SELECT json_array(text, attachments, name) FROM edit_drafts WHERE message_seq = m.seq) AS edit_draft,
    (SELECT json_group_array(json_array(call_id, text)) FROM result_drafts WHERE message_seq = m.seq) AS result_drafts
  FROM messages m WHERE m.seq = ?`;

/** The facts, with other messages by the ids they have now: an answer's request is shown from them. */
const carriedFacts = (row: Row, ids: ReadonlyMap<string, string>): string | null => {
  const facts = jsonOrNull<StoredFacts>(row, 'answer');
  if (facts === null) return null;
  const now = (id: string): string => ids.get(id) ?? id;
  const { keptIds, sentFromId, continuesId, repeats } = facts;
  return JSON.stringify({
    ...facts,
    sentFromId: sentFromId && now(sentFromId),
    continuesId: continuesId && now(continuesId),
    ...(keptIds === undefined ? {} : { keptIds: keptIds.map(now) }),
    ...(repeats ? { repeats: { ...repeats, messageId: now(repeats.messageId) } } : {}),
  });
};

const placeOf = ({ chatSeq, places }: Carrying, parentSeq: number | null): Place => {
  const parent = parentSeq === null ? undefined : places.get(parentSeq);
  return { chatSeq, parentSeq: parent?.seq ?? null, depth: parent ? parent.depth + 1 : 0 };
};

const addBeside = (writer: Writer, seq: number, row: Row): void => {
  linkBlobs(writer, seq, json<readonly MessagePart[]>(row, 'parts'));
  if (row.pinned === 1) writer.run('INSERT INTO pins (message_seq) VALUES (?)', [seq]);
  const logprobs = textOrNull(row, 'logprobs');
  if (logprobs !== null)
    writer.run('INSERT INTO logprobs (message_seq, tokens) VALUES (?, ?)', [seq, logprobs]);
};

/** What was typed there and not sent goes along with a message that is moved. */
const addUnsent = (writer: Writer, chatSeq: number, seq: number, row: Row): void => {
  const edited = jsonOrNull<readonly (string | null)[]>(row, 'edit_draft');
  if (edited !== null)
    writer.run(
      'INSERT INTO edit_drafts (chat_seq, message_seq, text, attachments, name) VALUES (?, ?, ?, ?, ?)',
      [chatSeq, seq, ...edited],
    );
  for (const [callId, typed] of json<readonly (readonly [string, string])[]>(row, 'result_drafts'))
    writer.run('INSERT INTO result_drafts (chat_seq, message_seq, call_id, text) VALUES (?, ?, ?, ?)', [
      chatSeq,
      seq,
      callId,
      typed,
    ]);
};

const carry = (writer: Writer, fromSeq: number, carrying: Carrying): void => {
  const row = writer.first(FIND, [fromSeq]) ?? {};
  const formerId = text(row, 'id');
  const id = carrying.isMove ? formerId : uuidv7();
  carrying.ids.set(formerId, id);
  // An id is given once. What hangs from the row is carried next, before the transaction ends.
  if (carrying.isMove) writer.run('DELETE FROM messages WHERE seq = ?', [fromSeq]);
  const place = placeOf(carrying, integerOrNull(row, 'parent_seq'));
  const written = writer.first(
    `INSERT INTO messages (id, chat_seq, parent_seq, depth, role, status, name, created_at, params_seq, answer, parts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
    [
      id,
      place.chatSeq,
      place.parentSeq,
      place.depth,
      text(row, 'role'),
      text(row, 'status'),
      textOrNull(row, 'name'),
      integer(row, 'created_at'),
      integerOrNull(row, 'params_seq'),
      carriedFacts(row, carrying.ids),
      text(row, 'parts'),
    ],
  );
  const seq = integer(written ?? {}, 'seq');
  addBeside(writer, seq, row);
  if (carrying.isMove) addUnsent(writer, place.chatSeq, seq, row);
  carrying.places.set(fromSeq, { seq, depth: place.depth });
};

/**
 * Writes messages into another chat, whole: parts, names, times, facts, probabilities, pins. A copy gets an id of its own,
 * what is moved keeps its id. None of them may be streaming.
 * @param seqs in the order of `seq`, so that parents come first.
 */
export const carryMessages = (writer: Writer, seqs: readonly number[], carrying: Carrying): void => {
  // A moved message is deleted before what hangs from it: by the end everything has its place again.
  if (carrying.isMove) writer.script('PRAGMA defer_foreign_keys = ON');
  for (const seq of seqs) carry(writer, seq, carrying);
};

/** The `seq`s of a message and all that hangs from it, parents first. */
export const subtreeOf = (reader: Reader, chatSeq: number, seq: number): readonly number[] =>
  reader
    .all(
      // CROSS JOIN: see `newestLeaf`.
      `WITH RECURSIVE subtree (seq) AS (
        SELECT ?
        UNION ALL
        SELECT m.seq FROM subtree CROSS JOIN messages m ON m.chat_seq = ? AND m.parent_seq = subtree.seq
      ) SELECT seq FROM subtree ORDER BY seq`,
      [seq, chatSeq],
    )
    .map((row) => integer(row, 'seq'));
