import type { TurnDelta, TurnRetry } from '../../preload/contract/events';
import type { Message } from '../../preload/contract/history';
import { toAppError } from '../../preload/contract/result';
import type { BegunTurn } from '../backstage/protocol';
import type { FinishedAnswer, JournalPiece } from '../backstage/protocol-answers';
import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';
import { openClient } from '../openai/client';
import type { ChoiceDelta } from '../openai/completion-chunk';
import type { RequestBody } from '../openai/request-body';
import { withPrompt } from '../openai/request-body';
import type { OnWake } from '../openai/sleep';
import type { CompletionOutcome } from '../openai/stream-completion';
import { streamCompletion } from '../openai/stream-completion';
import type { DeltaBatch } from './delta-batch';
import type { TurnEnd } from './finished-answer';
import { finishedAnswer, unsavedMessage } from './finished-answer';
import { Journal } from './journal';
import type { LiveAnswer } from './live-answer';
import { saveWithRetries } from './save-with-retries';
import type { UnsavedAnswer } from './unsaved-answers';

/** A turn that was written down and is about to be asked. */
export interface TurnInput {
  readonly begun: BegunTurn;
  readonly endpoint: ResolvedEndpoint;
  /** The request's body, its messages still to come from `begun`. */
  readonly body: RequestBody;
}

/** Where answers are written. Both reject with a `Failure`; `history.unavailable` is worth trying again. */
export interface TurnHistory {
  readonly journal: (pieces: readonly JournalPiece[]) => Promise<unknown>;
  readonly finish: (answer: FinishedAnswer) => Promise<Message>;
}

/** Whom the page's events go to. */
export interface TurnEvents {
  readonly delta: (deltas: readonly TurnDelta[]) => void;
  readonly retry: (retry: TurnRetry) => void;
  readonly messageChanged: (message: Message) => void;
}

/** What every turn needs. */
export interface TurnServices {
  readonly fetch: typeof fetch;
  /** Milliseconds without a byte after which a request is given up, as the settings say now. */
  readonly silenceMs: () => number;
  /** Told each time the computer has been asleep. Returns the undo. */
  readonly onWake?: OnWake;
  readonly history: TurnHistory;
  readonly events: TurnEvents;
}

/** One turn in the making: an answer per choice, and the signal that ends it with a `TurnEnd` as its reason. */
export interface RunningTurn extends TurnInput {
  readonly answers: readonly LiveAnswer[];
  readonly signal: AbortSignal;
}

const failedToStart = (thrown: unknown): CompletionOutcome => ({
  choices: new Map(),
  usage: null,
  model: null,
  systemFingerprint: null,
  requestId: null,
  sent: null,
  received: null,
  headersMs: null,
  totalMs: 0,
  error: toAppError(thrown),
});

const ask = async (
  turn: RunningTurn,
  services: TurnServices,
  onDelta: (delta: ChoiceDelta) => void,
): Promise<CompletionOutcome> => {
  const chatId = turn.begun.opened.chat.id;
  const messageIds = turn.answers.map(({ message }) => message.id);
  const { signal } = turn;
  try {
    const client = await openClient(turn.endpoint, {
      fetch: services.fetch,
      silenceMs: services.silenceMs(),
      onWake: services.onWake,
      signal,
      onRetry: (notice) => services.events.retry({ chatId, messageIds, ...notice }),
    });
    const body = withPrompt(turn.body, turn.begun);
    return await streamCompletion(client, body, {
      signal,
      onDelta,
      onParameterDropped: (error) =>
        services.events.retry({ chatId, messageIds, attempt: 1, maxAttempts: 1, error }),
    });
  } catch (thrown) {
    return failedToStart(thrown);
  }
};

const save = async (
  live: LiveAnswer,
  answer: FinishedAnswer,
  { history, events }: TurnServices,
): Promise<UnsavedAnswer | null> => {
  try {
    events.messageChanged(await saveWithRetries(() => history.finish(answer)));
    return null;
  } catch (thrown) {
    const shown = unsavedMessage(live.message, answer, toAppError(thrown));
    events.messageChanged(shown);
    return { answer, shown };
  }
};

const endOf = (signal: AbortSignal): TurnEnd | null => {
  if (!signal.aborted) return null;
  return signal.reason === 'interrupted' ? 'interrupted' : 'stopped';
};

/**
 * Runs a turn to its end: streams, tells the page at most once per frame, journals, and makes the one last write of
 * every answer. Never rejects; every answer keeps all that came.
 * @param batch of all that stream now: the page takes what came in a frame at once.
 * @returns the answers that could not be written, to be tried again when the history is back.
 */
export const runTurn = async (
  turn: RunningTurn,
  services: TurnServices,
  batch: DeltaBatch,
): Promise<readonly UnsavedAnswer[]> => {
  const journal = new Journal(services.history.journal);
  const outcome = await ask(turn, services, (choice) => {
    // A server may send more answers than it was asked for.
    const growth = turn.answers[choice.index]?.take(choice);
    for (const delta of growth?.deltas ?? []) batch.push(delta);
    for (const piece of growth?.pieces ?? []) journal.add(piece);
  });
  batch.flush();
  // A late journal write must not follow the last write.
  await journal.close();
  const endedBy = endOf(turn.signal);
  const unsaved: UnsavedAnswer[] = [];
  for (const [index, live] of turn.answers.entries()) {
    const answer = finishedAnswer(live, index, outcome, endedBy);
    const left = await save(live, answer, services);
    if (left !== null) unsaved.push(left);
  }
  return unsaved;
};
