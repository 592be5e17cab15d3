import type { Message } from '../../preload/contract/history';
import type { AppError } from '../../preload/contract/result';
import type { FinishedAnswer } from '../backstage/protocol-answers';
import type { CompletionOutcome } from '../openai/stream-completion';
import type { LiveAnswer } from './live-answer';

/** Why a turn was ended from outside: by the person, or because the app quits. */
export type TurnEnd = 'stopped' | 'interrupted';

const FEWER_ANSWERS: AppError = {
  code: 'api.unsupportedParameter',
  message: 'fewer answers than asked for',
  detail: { parameter: 'n' },
};

interface Ending {
  readonly status: FinishedAnswer['status'];
  readonly error: AppError | null;
}

const endingOf = (outcome: CompletionOutcome, choiceIndex: number, endedBy: TurnEnd | null): Ending => {
  const choice = outcome.choices.get(choiceIndex);
  // With its finish reason an answer is whole, whatever happened to the connection afterwards.
  if (typeof choice?.finishReason === 'string') return { status: 'complete', error: null };
  if (endedBy !== null) return { status: endedBy, error: null };
  if (outcome.error !== null) return { status: 'failed', error: outcome.error };
  return choice === undefined
    ? { status: 'failed', error: FEWER_ANSWERS }
    : { status: 'complete', error: null };
};

/**
 * The last write of one answer: all that came, whatever happened, and what is known of it.
 * @param endedBy who ended the turn, or null when it ended by itself.
 */
export const finishedAnswer = (
  live: Pick<LiveAnswer, 'message' | 'parts' | 'logprobs'>,
  choiceIndex: number,
  outcome: CompletionOutcome,
  endedBy: TurnEnd | null,
): FinishedAnswer => {
  const { status, error } = endingOf(outcome, choiceIndex, endedBy);
  const choice = outcome.choices.get(choiceIndex);
  return {
    messageId: live.message.id,
    status,
    parts: live.parts,
    logprobs: live.logprobs,
    facts: {
      answeredModel: outcome.model,
      finishReason: choice?.finishReason ?? null,
      usage: outcome.usage,
      systemFingerprint: outcome.systemFingerprint,
      requestId: outcome.requestId,
      timings: {
        headersMs: outcome.headersMs,
        firstTokenMs: choice?.firstTokenMs ?? null,
        totalMs: outcome.totalMs,
      },
      error,
      received: outcome.received,
      ...(outcome.sent === null ? {} : { sent: outcome.sent }),
    },
  };
};

/** The message as it should have been written, for a page that must be told although the write failed. */
export const unsavedMessage = (begun: Message, finished: FinishedAnswer, saveError: AppError): Message => ({
  ...begun,
  status: finished.status,
  parts: finished.parts,
  answer:
    begun.answer === null
      ? null
      : { ...begun.answer, ...finished.facts, error: finished.facts.error ?? saveError },
});
