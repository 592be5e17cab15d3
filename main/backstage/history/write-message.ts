import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { AnswerFacts, Message, MessageStatus, Role } from '../../../preload/contract/history';
import type { GenerationParams } from '../../../preload/contract/parameters';
import type { MessagePart } from '../../../preload/contract/parts';
import { linkBlobs } from '../attachments/message-blobs';
import type { Writer } from '../database/database';
import { integer } from '../database/row';
import { dropJournal } from './journal';
import type { StoredMessage } from './messages';

/** Where a new message hangs. */
export interface Place {
  readonly chatSeq: number;
  readonly parentSeq: number | null;
  /** 0 at a root. */
  readonly depth: number;
}

/** The same settings are kept once, however many answers were made with them: a system prompt may be megabytes. */
const keepParams = (writer: Writer, params: GenerationParams): number => {
  const stored = JSON.stringify(params);
  const digest = createHash('sha256').update(stored).digest();
  writer.run('INSERT INTO param_sets (digest, params) VALUES (?, ?) ON CONFLICT DO NOTHING', [
    digest,
    stored,
  ]);
  return integer(writer.first('SELECT seq FROM param_sets WHERE digest = ?', [digest]) ?? {}, 'seq');
};

const factsJson = ({ params: _kept, ...facts }: AnswerFacts): string => JSON.stringify(facts);

/** Adds a message at its place and answers with its `seq`. */
export const insertMessage = (
  writer: Writer,
  place: Place,
  message: Omit<Message, 'chatId' | 'parentId'>,
): number => {
  const { id, role, status, name = null, createdAt, answer, parts } = message;
  const row = writer.first(
    `INSERT INTO messages (id, chat_seq, parent_seq, depth, role, status, name, created_at, params_seq, answer, parts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
    [
      id,
      place.chatSeq,
      place.parentSeq,
      place.depth,
      role,
      status,
      name,
      createdAt,
      answer && keepParams(writer, answer.params),
      answer && factsJson(answer),
      JSON.stringify(parts),
    ],
  );
  const seq = integer(row ?? {}, 'seq');
  linkBlobs(writer, seq, parts);
  return seq;
};

/** A message that no model made at its place: a question, or what a person put there as context. */
export interface ContextMessage {
  readonly role: Role;
  readonly name: string | null;
  readonly parts: readonly MessagePart[];
}

/** Adds such a message at its place, at `now` (milliseconds), and answers with its `seq`. */
export const insertContextMessage = (
  writer: Writer,
  place: Place,
  message: ContextMessage,
  now: number,
): number =>
  insertMessage(writer, place, {
    ...message,
    id: uuidv7(),
    status: 'complete',
    createdAt: now,
    answer: null,
  });

/** Keeps the logprobs of an answer (JSON Lines) beside it, and answers with how many there are. */
const keepLogprobs = (writer: Writer, messageSeq: number, logprobs: string): number => {
  const lines = logprobs.split('\n').filter((line) => line !== '');
  if (lines.length > 0) {
    writer.run('INSERT INTO logprobs (message_seq, tokens) VALUES (?, ?)', [
      messageSeq,
      `[${lines.join(',')}]`,
    ]);
  }
  return lines.length;
};

/** How a streaming message ends. */
interface MessageEnd {
  readonly status: MessageStatus;
  readonly parts: readonly MessagePart[];
  /** JSON Lines. */
  readonly logprobs: string;
  readonly facts: Partial<AnswerFacts>;
}

/** The one last write of a streaming message: what came, how it ended and what is known of it; its journal goes. */
export const endMessage = (
  writer: Writer,
  { seq, message }: StoredMessage,
  { status, parts, logprobs, facts }: MessageEnd,
): void => {
  const logprobTokens = keepLogprobs(writer, seq, logprobs);
  const kept = logprobTokens === 0 ? facts : { ...facts, logprobTokens };
  const answer = message.answer && { ...message.answer, ...kept };
  writer.run('UPDATE messages SET status = ?, parts = ?, answer = ? WHERE seq = ?', [
    status,
    JSON.stringify(parts),
    answer && factsJson(answer),
    seq,
  ]);
  dropJournal(writer, seq);
};
