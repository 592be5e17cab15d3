import { createHash } from 'node:crypto';
import { callsOf, reasoningOf } from '../../../preload/contract/answer-parts';
import type { AnswerRecord } from '../../../preload/contract/exchange';
import type { Message } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';
import type { Reader } from '../database/database';
import { integer } from '../database/row';
import type { MadeAnswer } from './made-answer';
import { findMadeAnswer } from './made-answer';
import { wireCall } from './wire-call';

/** The API's index of an answer among those of its request: they were written down in that order. */
const choiceIndex = (reader: Reader, { stored, facts }: MadeAnswer): number => {
  const row = reader.first(
    `SELECT count(*) AS before FROM messages
      WHERE chat_seq = ? AND parent_seq IS ? AND turn_id = ? AND seq < ?`,
    [stored.chatSeq, stored.parentSeq, facts.turnId, stored.seq],
  );
  return integer(row ?? {}, 'before');
};

/** The reply as the API gives it, its thoughts under the name that most servers who tell them use. */
const messageJson = (content: string, { parts }: Message) => {
  const reasoning = reasoningOf(parts);
  const calls = callsOf(parts);
  return {
    role: 'assistant',
    content: content === '' && calls.length > 0 ? null : content,
    ...(reasoning === '' ? {} : { reasoning_content: reasoning }),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(wireCall) }),
  };
};

/** What came of one answer, in the shape that the API gives a completion that is not streamed. */
const receivedJson = (reader: Reader, made: MadeAnswer): string | null => {
  const { facts, stored, begin } = made;
  const content = textOf(stored.message.parts).slice(begin.length);
  const message = messageJson(content, stored.message);
  const { usage } = facts;
  const isNothing = content === '' && Object.keys(message).length === 2;
  if (facts.answeredModel === null && isNothing && usage === null) return null;
  const isLegacy = made.asked.transcript !== undefined;
  return JSON.stringify({
    object: isLegacy ? 'text_completion' : 'chat.completion',
    model: facts.answeredModel,
    system_fingerprint: facts.systemFingerprint,
    choices: [
      {
        index: choiceIndex(reader, made),
        ...(isLegacy ? { text: content } : { message }),
        finish_reason: facts.finishReason,
      },
    ],
    usage: usage && {
      prompt_tokens: usage.promptTokens,
      completion_tokens: usage.completionTokens,
      total_tokens: usage.totalTokens,
    },
  });
};

/** The exact JSON of an answer, made of the immutable nodes above it. Errors: those of `findMadeAnswer`. */
export const readAnswerRecord = (reader: Reader, chatId: string, messageId: string): AnswerRecord => {
  const made = findMadeAnswer(reader, chatId, messageId);
  const { body, digest } = made.sent;
  // A spread keeps the order of the fields, so what was asked with stays in its place.
  const { prompt, transcript } = made.asked;
  const asked = transcript === undefined ? { messages: prompt } : { prompt: transcript };
  const sentBody = JSON.stringify({ ...body, ...asked });
  const proven = digest === null ? null : createHash('sha256').update(sentBody).digest('hex') === digest;
  return { sentBody, proven, received: receivedJson(reader, made) };
};
