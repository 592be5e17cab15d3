import { v7 as uuidv7 } from 'uuid';
import type { PlannedRequest, SentRequest } from '../../../preload/contract/exchange';
import type { AnswerFacts } from '../../../preload/contract/history';
import { namingText } from '../attachments/new-parts';
import type { Writer } from '../database/database';
import { awaitTitle } from '../history/auto-title';
import { insertChat, moveToWritten } from '../history/chats';
import { clearSentDraft } from '../history/drafts';
import { titleFrom } from '../history/title';
import type { Place } from '../history/write-message';
import { insertMessage } from '../history/write-message';
import type { ComparisonRequest, TurnVariant } from '../protocol';
import type { TurnPlan } from './plan-turn';
import type { TurnPlace } from './turn-place';
import { initialText } from './turn-place';

/** One request of a turn, and what it holds. */
export interface PlannedVariant {
  readonly variant: TurnVariant;
  readonly plan: TurnPlan;
  /** What it can cost at most, in US dollars; null: not known. */
  readonly worstUsd: number | null;
}

/** A turn to be written down. */
export interface TurnToRecord extends Pick<ComparisonRequest, 'origin' | 'chatOptions'> {
  readonly planned: readonly PlannedVariant[];
  /** What the answers share that are to be compared; null: there is one request. */
  readonly comparisonId: string | null;
}

/** What was written for a turn, by `seq`. */
export interface RecordedTurn {
  readonly chatId: string;
  /** The newest message that is sent. */
  readonly promptTipSeq: number;
  /** Those of each request. */
  readonly answerSeqs: readonly (readonly number[])[];
}

interface Question {
  readonly seq: number | null;
  readonly id: string | null;
  /** Where its answers hang. */
  readonly place: Place;
}

const chatOf = (
  writer: Writer,
  { chatOptions }: TurnToRecord,
  place: TurnPlace,
  now: number,
): { readonly seq: number; readonly id: string } => {
  if (place.chat) return { seq: place.chat.seq, id: place.chat.chat.id };
  const title = titleFrom(namingText(place.question ?? '', place.parts));
  const chat = { id: uuidv7(), title, createdAt: now };
  const seq = insertChat(writer, chat, chatOptions);
  awaitTitle(writer, seq);
  return { id: chat.id, seq };
};

const recordQuestion = (writer: Writer, chatSeq: number, place: TurnPlace, now: number): Question => {
  const { parent, question, parts, role, name } = place;
  const below: Place = { chatSeq, parentSeq: parent?.seq ?? null, depth: parent ? parent.depth + 1 : 0 };
  if (question === null) return { seq: null, id: null, place: below };
  const id = uuidv7();
  const message = {
    id,
    role,
    name,
    status: 'complete' as const,
    parts,
    createdAt: now,
    answer: null,
  };
  const seq = insertMessage(writer, below, message);
  return { seq, id, place: { chatSeq, parentSeq: seq, depth: below.depth + 1 } };
};

/** The settings, with the rule that the prompt was made by even if it is the default one: that may change. */
const madeWith = ({ options: { params }, rule: { transcriptRule } }: TurnVariant): AnswerFacts['params'] =>
  transcriptRule === undefined ? params : { ...params, transcriptRule };

/** How a request is written down before it goes out. */
export const asPlanned = ({ url, body }: PlannedRequest): SentRequest => ({
  url,
  body,
  headers: [],
  digest: null,
  tries: null,
  refusedParameter: null,
});

const factsOf = (
  { variant, plan: { estimate }, worstUsd }: PlannedVariant,
  place: TurnPlace,
  questionId: string | null,
  comparisonId: string | null,
): AnswerFacts => ({
  turnId: uuidv7(),
  ...(comparisonId === null ? {} : { comparisonId }),
  endpointId: variant.endpointId,
  model: variant.options.model,
  answeredModel: null,
  params: madeWith(variant),
  continuesId: place.continued?.message.id ?? null,
  sentFromId: estimate.omittedCount === 0 ? null : (estimate.sentFromId ?? questionId),
  ...(estimate.keptIds.length === 0 ? {} : { keptIds: estimate.keptIds }),
  ...(variant.rule.takesImages === false ? { withoutImages: true } : {}),
  finishReason: null,
  usage: null,
  price: variant.price,
  ...(worstUsd === null ? {} : { worstUsd }),
  systemFingerprint: null,
  requestId: null,
  timings: null,
  error: null,
  estimate: { promptTokens: estimate.promptTokens, exact: estimate.exact },
  sent: asPlanned(variant.request),
  received: null,
  repeats: null,
});

/** As many answers as the request asks for. */
const answerCount = ({ continuesId, sent }: AnswerFacts): number => {
  const n = sent?.body.n;
  // A reply is gone on from once: several answers to one half would share its text.
  return continuesId === null && typeof n === 'number' ? n : 1;
};

/** Adds the placeholders of a request, each beginning with the text `begin`, and answers with their `seq`s. */
export const recordAnswers = (
  writer: Writer,
  at: Place,
  facts: AnswerFacts,
  begin: string,
  now: number,
): readonly number[] => {
  const count = answerCount(facts);
  const parts = [{ type: 'text' as const, text: begin }];
  const answer = { role: 'assistant', status: 'streaming', parts, createdAt: now, answer: facts } as const;
  return Array.from({ length: count }, () => insertMessage(writer, at, { id: uuidv7(), ...answer }));
};

/** Writes a planned turn: chat, question, placeholders, leaf, draft. `now` in milliseconds. */
export const recordTurn = (
  writer: Writer,
  turn: TurnToRecord,
  place: TurnPlace,
  now: number,
): RecordedTurn => {
  const chat = chatOf(writer, turn, place, now);
  const question = recordQuestion(writer, chat.seq, place, now);
  // What goes on from a compared answer stands in its place among the others.
  const comparisonId = turn.comparisonId ?? place.continued?.message.answer?.comparisonId ?? null;
  const answerSeqs = turn.planned.map((planned) => {
    const facts = factsOf(planned, place, question.id, comparisonId);
    return recordAnswers(writer, question.place, facts, initialText(place), now);
  });
  const [first] = answerSeqs.flat();
  if (first !== undefined) moveToWritten(writer, chat.seq, first, now);
  if (turn.origin.kind === 'send') {
    const { text, parentId } = turn.origin;
    clearSentDraft(writer, place.chat?.seq ?? null, { text, fromComposer: parentId === undefined });
  }
  return { chatId: chat.id, promptTipSeq: question.seq ?? place.tipSeq ?? 0, answerSeqs };
};
