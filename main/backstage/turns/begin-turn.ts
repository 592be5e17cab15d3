import { v7 as uuidv7 } from 'uuid';
import { attachmentsOf } from '../../../preload/contract/attachments';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import { Failure } from '../../../preload/contract/result';
import { contentText, imagesOf, sentImages } from '../attachments/content-text';
import type { Database, Reader } from '../database/database';
import { findChat } from '../history/chats';
import { readMessages } from '../history/messages';
import { openChat } from '../history/transcript';
import type { BegunComparison, BegunTurn, ComparisonRequest, TurnRequest, TurnVariant } from '../protocol';
import type { PathCounts } from '../tokens/path-counts';
import { checkCallPairs } from './call-pairs';
import { planRequest } from './plan-request';
import type { TurnPlan } from './plan-turn';
import { readPrompt } from './prompt';
import type { PlannedVariant, RecordedTurn, TurnToRecord } from './record-turn';
import { recordTurn } from './record-turn';
import { refuseOverspending, worstCost } from './spending-limit';
import { promptOf } from './transcript-text';
import type { TurnPlace } from './turn-place';
import { findPlace, isSamePlace } from './turn-place';

/** Entries of the transcript that a begun turn is shown with. */
export const SHOWN_ENTRIES = 50;

const systemPromptOf = ({ options }: TurnVariant): string => options.params.systemPrompt ?? '';

const plan = async (
  reader: Reader,
  counts: PathCounts,
  request: TurnVariant,
  place: TurnPlace,
): Promise<TurnPlan> => {
  refuseImages(reader, request, place);
  const planned = await planRequest(reader, counts, {
    tipSeq: place.tipSeq,
    newText: place.question === null ? null : contentText(reader, place.parts),
    newImages: imagesOf(attachmentsOf(place.parts)),
    role: place.role,
    name: place.name,
    continues: place.continued !== null,
    newestMustFit: true,
    systemPrompt: systemPromptOf(request),
    rule: request.rule,
  });
  refuseUnfit(planned.estimate);
  return planned;
};

/** Images of earlier messages can be left out; without its own, a question would be another one. */
const refuseImages = (reader: Reader, { rule, options }: TurnVariant, place: TurnPlace): void => {
  if (rule.takesImages !== false || place.continued !== null) return;
  const tip = place.question === null && place.tipSeq !== null ? readMessages(reader, [place.tipSeq]) : [];
  const asked = [
    ...imagesOf(attachmentsOf(place.parts)),
    ...tip.flatMap(({ message }) => sentImages(message.role, message.parts)),
  ];
  if (asked.length > 0) throw new Failure('chat.noImages', `${options.model} takes no images`);
};

const refuseUnfit = (estimate: ContextEstimate): void => {
  const { fits, promptTokens, contextWindow, reservedTokens, rule, omittedCount, overTokens } = estimate;
  if (!fits) {
    throw new Failure('chat.contextTooLong', 'The message does not fit the context window', {
      promptTokens,
      contextWindow: contextWindow ?? 0,
      reservedTokens,
    });
  }
  if (rule === 'ask' && omittedCount > 0) {
    const detail = { omittedCount, overTokens };
    throw new Failure('chat.wouldLeaveOut', 'The chat does not fit the context window whole', detail);
  }
};

/** Plans every variant; the first that does not fit refuses them all. */
const planAll = async (
  reader: Reader,
  counts: PathCounts,
  { variants, comparisonId }: Turn,
  place: TurnPlace,
): Promise<readonly PlannedVariant[]> => {
  const planned: PlannedVariant[] = [];
  for (const [at, variant] of variants.entries()) {
    try {
      const made = await plan(reader, counts, variant, place);
      planned.push({ variant, plan: made, worstUsd: worstCost(variant, made.estimate.promptTokens) });
    } catch (thrown) {
      if (!(thrown instanceof Failure) || comparisonId === null) throw thrown;
      throw new Failure(thrown.code, thrown.message, { ...thrown.detail, variant: at });
    }
  }
  return planned;
};

/** What a variant sends. Errors: those of `checkCallPairs`; the legacy endpoint takes one text, whatever it is made of. */
const readSendable = (
  reader: Reader,
  variant: TurnVariant,
  sent: Parameters<typeof readPrompt>[2],
): ReturnType<typeof readPrompt> => {
  const messages = readPrompt(reader, systemPromptOf(variant), sent);
  if (variant.rule.transcriptRule === undefined) checkCallPairs(messages);
  return messages;
};

const begun = (
  reader: Reader,
  planned: readonly PlannedVariant[],
  place: TurnPlace,
  { chatId, promptTipSeq, answerSeqs }: RecordedTurn,
): BegunComparison => ({
  opened: openChat(reader, findChat(reader, chatId), SHOWN_ENTRIES),
  requests: planned.map(({ variant, plan: { pathCount, estimate } }, at) => ({
    answers: readMessages(reader, answerSeqs[at] ?? []).map((stored) => stored.message),
    ...promptOf(
      readSendable(reader, variant, {
        tipSeq: promptTipSeq,
        count: pathCount + (place.question === null ? 0 : 1),
        keptIds: estimate.keptIds,
        withoutImages: variant.rule.takesImages === false,
      }),
      variant.rule.transcriptRule,
      place.continued !== null,
    ),
  })),
});

/** A turn, and the requests it is to be made of. */
type Turn = Omit<TurnToRecord, 'planned'> & Pick<ComparisonRequest, 'variants' | 'monthlyLimitUsd'>;

const begin = async (
  database: Database,
  counts: PathCounts,
  turn: Turn,
  clock: () => number,
): Promise<BegunComparison> => {
  for (;;) {
    const place = findPlace(database, turn.origin);
    const planned = await planAll(database, counts, turn, place);
    const done = database.write((writer) => {
      const placeNow = findPlace(writer, turn.origin);
      if (!isSamePlace(place, placeNow)) return null;
      const worst = planned.map(({ worstUsd }) => worstUsd);
      refuseOverspending(writer, turn.monthlyLimitUsd ?? null, worst, clock());
      return begun(writer, planned, placeNow, recordTurn(writer, { ...turn, planned }, placeNow, clock()));
    });
    if (done) return done;
  }
};

/**
 * Plans a turn and writes it down in one transaction. Counting takes time and runs outside the transaction, so the
 * place is looked up again inside it, and the plan made anew if the chat has moved meanwhile.
 * Errors: those of `findPlace` and `checkCallPairs`, `chat.noImages`, `chat.contextTooLong`, `chat.wouldLeaveOut`, `chat.spendingLimit` (nothing was written), `history.readOnly`, `history.diskFull`.
 */
export const beginTurn = async (
  database: Database,
  counts: PathCounts,
  { origin, monthlyLimitUsd = null, chatOptions, ...variant }: TurnRequest,
  clock: () => number,
): Promise<BegunTurn> => {
  const turn = {
    origin,
    chatOptions: chatOptions ?? variant.options,
    variants: [variant],
    comparisonId: null,
    monthlyLimitUsd,
  };
  const { opened, requests } = await begin(database, counts, turn, clock);
  const [request = { answers: [], prompt: [] }] = requests;
  return { opened, ...request };
};

/** The same for several requests whose answers are to be compared. Errors as `beginTurn`; the variant is in the detail. */
export const beginComparison = (
  database: Database,
  counts: PathCounts,
  request: ComparisonRequest,
  clock: () => number,
): Promise<BegunComparison> => begin(database, counts, { ...request, comparisonId: uuidv7() }, clock);
