import { v7 as uuidv7 } from 'uuid';
import type { AnswerFacts } from '../../../preload/contract/history';
import { Failure } from '../../../preload/contract/result';
import type { Writer } from '../database/database';
import { findChat, moveToWritten } from '../history/chats';
import { readMessages } from '../history/messages';
import { openChat } from '../history/transcript';
import type { OpInput, RepeatedTurn } from '../protocol';
import { SHOWN_ENTRIES } from './begin-turn';
import type { MadeAnswer } from './made-answer';
import { findMadeAnswer } from './made-answer';
import { asPlanned, recordAnswers } from './record-turn';
import { refuseOverspending } from './spending-limit';

const repeatedFacts = ({ stored, facts, sent }: MadeAnswer): AnswerFacts => ({
  ...facts,
  turnId: uuidv7(),
  answeredModel: null,
  finishReason: null,
  usage: null,
  systemFingerprint: null,
  requestId: null,
  timings: null,
  error: null,
  sent: asPlanned(sent),
  received: null,
  repeats: { messageId: stored.message.id, systemFingerprint: facts.systemFingerprint },
});

/**
 * Writes down placeholders for the same request once more, beside its first answer: nothing is planned or left out
 * anew. `now` in milliseconds. Errors: as `turn.repeat` says.
 */
export const repeatTurn = (
  writer: Writer,
  { chatId, messageId, monthlyLimitUsd = null }: OpInput<'turn.repeat'>,
  now: number,
): RepeatedTurn => {
  const made = findMadeAnswer(writer, chatId, messageId);
  const { stored, sent, asked, begin } = made;
  if (stored.message.status === 'streaming') throw new Failure('chat.busy', 'The reply is still streaming');
  refuseOverspending(writer, monthlyLimitUsd, [made.facts.worstUsd ?? null], now);
  const place = { chatSeq: stored.chatSeq, parentSeq: stored.parentSeq, depth: stored.depth };
  const answerSeqs = recordAnswers(writer, place, repeatedFacts(made), begin, now);
  const [first] = answerSeqs;
  if (first !== undefined) moveToWritten(writer, stored.chatSeq, first, now);
  return {
    begun: {
      opened: openChat(writer, findChat(writer, chatId), SHOWN_ENTRIES),
      answers: readMessages(writer, answerSeqs).map((answer) => answer.message),
      ...asked,
    },
    request: { url: sent.url, body: sent.body },
  };
};
