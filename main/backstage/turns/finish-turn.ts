import type { Message } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';
import type { Writer } from '../database/database';
import { addCost } from '../history/chat-cost';
import { findMessage } from '../history/messages';
import { endMessage } from '../history/write-message';
import type { FinishedAnswer } from '../protocol-answers';
import { stepOverFailed } from './step-over-failed';

/**
 * The one last write of an answer: its text as given (whatever the journal held), how it ended, its facts. An answer
 * that has ended already stays as it is, so a call that is made again after a restart does no harm.
 * `now` in milliseconds. Errors: `history.notFound`.
 */
export const finishTurn = (writer: Writer, answer: FinishedAnswer, now: number): Message => {
  const stored = findMessage(writer, answer.messageId);
  if (stored.message.status !== 'streaming') return stored.message;
  const { usage, timings } = answer.facts;
  const { length } = textOf(answer.parts);
  addCost(writer, stored, { usage, begun: (timings?.firstTokenMs ?? null) !== null, length });
  endMessage(writer, stored, answer);
  stepOverFailed(writer, stored);
  writer.run('UPDATE chats SET updated_at = ? WHERE seq = ?', [now, stored.chatSeq]);
  return findMessage(writer, answer.messageId).message;
};
