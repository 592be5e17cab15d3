import { Failure } from '../../../preload/contract/result';
import type { Database, Reader } from '../database/database';
import { findChat } from '../history/chats';
import { readMessages } from '../history/messages';
import { openChat } from '../history/transcript';
import type { BegunTurn, TurnRequest } from '../protocol';
import type { PathCounts } from '../tokens/path-counts';
import type { TurnPlan } from './plan-turn';
import { planTurn } from './plan-turn';
import { readPrompt } from './prompt';
import type { RecordedTurn } from './record-turn';
import { recordTurn } from './record-turn';
import type { TurnPlace } from './turn-place';
import { findPlace, isSamePlace } from './turn-place';

/** Entries of the transcript that a begun turn is shown with. */
export const SHOWN_ENTRIES = 50;

const systemPromptOf = ({ options }: TurnRequest): string => options.params.systemPrompt ?? '';

const plan = async (counts: PathCounts, request: TurnRequest, place: TurnPlace): Promise<TurnPlan> => {
  const planned = await planTurn(counts, {
    tipSeq: place.tipSeq,
    newText: place.question,
    newestMustFit: true,
    systemPrompt: systemPromptOf(request),
    rule: request.rule,
  });
  const { fits, promptTokens, contextWindow, reservedTokens } = planned.estimate;
  if (!fits) {
    throw new Failure('chat.contextTooLong', 'The message does not fit the context window', {
      promptTokens,
      contextWindow: contextWindow ?? 0,
      reservedTokens,
    });
  }
  return planned;
};

const begun = (
  reader: Reader,
  request: TurnRequest,
  place: TurnPlace,
  planned: TurnPlan,
  { chatId, promptTipSeq, answerSeqs }: RecordedTurn,
): BegunTurn => {
  const count = planned.pathCount + (place.question === null ? 0 : 1);
  return {
    opened: openChat(reader, findChat(reader, chatId), SHOWN_ENTRIES),
    answers: readMessages(reader, answerSeqs).map((stored) => stored.message),
    prompt: readPrompt(reader, systemPromptOf(request), promptTipSeq, count),
  };
};

/**
 * Plans a turn and writes it down in one transaction. Counting takes time and runs outside the transaction, so the
 * place is looked up again inside it, and the plan made anew if the chat has moved meanwhile.
 * Errors: those of `findPlace`, `chat.contextTooLong` (nothing was written), `history.readOnly`, `history.diskFull`.
 */
export const beginTurn = async (
  database: Database,
  counts: PathCounts,
  request: TurnRequest,
  clock: () => number,
): Promise<BegunTurn> => {
  for (;;) {
    const place = findPlace(database, request.origin);
    const planned = await plan(counts, request, place);
    const turn = database.write((writer) => {
      const placeNow = findPlace(writer, request.origin);
      if (!isSamePlace(place, placeNow)) return null;
      const recorded = recordTurn(writer, request, placeNow, planned, clock());
      return begun(writer, request, placeNow, planned, recorded);
    });
    if (turn) return turn;
  }
};
