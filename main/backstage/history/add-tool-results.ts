import { callsOf } from '../../../preload/contract/answer-parts';
import { Failure } from '../../../preload/contract/result';
import type { Writer } from '../database/database';
import type { OpInput } from '../protocol';
import { findChat, moveToWritten } from './chats';
import { findMessageOf } from './messages';
import { dropResultDrafts } from './result-drafts';
import { insertContextMessage } from './write-message';

/** What the calls of a message gave. */
export type AddedResults = Omit<OpInput<'chat.addToolResults'>, 'limit'>;

/**
 * Appends what every call of a message gave, a message each, in the order of the calls, at `now` (milliseconds). Errors:
 * those of `chat.addToolResults`.
 */
export const addToolResults = (writer: Writer, added: AddedResults, now: number): void => {
  const chat = findChat(writer, added.chatId);
  const { seq, depth, message } = findMessageOf(writer, chat.seq, added.messageId);
  if (message.status === 'streaming') throw new Failure('chat.busy', 'The reply is still streaming');
  const calls = callsOf(message.parts);
  const texts = new Map(added.results.map(({ callId, text }) => [callId, text]));
  if (calls.length === 0 || texts.size !== calls.length || added.results.length !== calls.length)
    throw new Failure('request.invalid', 'Every call needs one result');
  let place = { chatSeq: chat.seq, parentSeq: seq, depth: depth + 1 };
  for (const { id } of calls) {
    const text = texts.get(id);
    if (text === undefined) throw new Failure('request.invalid', 'A result that no call asks for');
    const parts = [{ type: 'toolResult' as const, callId: id, text }];
    const parentSeq = insertContextMessage(writer, place, { role: 'tool', name: null, parts }, now);
    place = { ...place, parentSeq, depth: place.depth + 1 };
  }
  moveToWritten(writer, chat.seq, place.parentSeq, now);
  dropResultDrafts(writer, chat.seq, seq);
};
