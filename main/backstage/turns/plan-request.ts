import type { TranscriptRule } from '../../../preload/contract/transcript-rule';
import type { Reader } from '../database/database';
import type { PromptMessage } from '../prompt-message';
import { encodingOf } from '../tokens/message-cost';
import type { PathCounts } from '../tokens/path-counts';
import { tokenizerFor } from '../tokens/tokenizer';
import type { TurnContext, TurnPlan } from './plan-turn';
import { planTurn } from './plan-turn';
import { readPrompt } from './prompt';
import { transcriptText } from './transcript-text';

/** What would be sent, and to which kind of endpoint. */
export interface RequestContext extends TurnContext {
  /** True when the path's last message is gone on with. */
  readonly continues: boolean;
}

/** The plan for a request. */
export interface RequestPlan extends TurnPlan {
  /** The one text that is sent to the legacy Completions endpoint; absent for chat. */
  readonly transcript?: string;
}

const messagesOf = (
  reader: Reader,
  { systemPrompt, tipSeq, newText, role }: RequestContext,
  { pathCount, estimate }: TurnPlan,
): readonly PromptMessage[] => {
  const { keptIds } = estimate;
  const path = readPrompt(reader, systemPrompt, { tipSeq, count: pathCount, keptIds });
  return newText === null ? path : [...path, { role, content: newText }];
};

/** Plans and counts one text: tokens merge across the edges of messages, so only the whole text's count is exact. */
class TranscriptPlanner {
  readonly #reader: Reader;
  readonly #counts: PathCounts;
  readonly #context: RequestContext;
  readonly #transcriptRule: TranscriptRule;

  constructor(reader: Reader, counts: PathCounts, context: RequestContext, transcriptRule: TranscriptRule) {
    this.#reader = reader;
    this.#counts = counts;
    this.#context = context;
    this.#transcriptRule = transcriptRule;
  }

  /** As much as possible of what fits. */
  async plan(): Promise<RequestPlan> {
    const first = await this.#attempt(0);
    const { contextWindow, reservedTokens } = this.#context.rule;
    if (contextWindow === null || (first.estimate.fits && first.estimate.omittedCount === 0)) return first;
    const budget = Math.max(0, contextWindow - reservedTokens);
    const [low, high] = first.estimate.fits ? [-budget, 0] : [1, budget];
    return this.#search(low, high);
  }

  /** The smallest spare number of tokens with which the text fits. */
  async #search(low: number, high: number): Promise<RequestPlan> {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if ((await this.#attempt(middle)).estimate.fits) to = middle;
      else from = middle + 1;
    }
    return this.#attempt(to);
  }

  /** Plans as for chat, whose recipe is about right, with so many tokens less; then counts what it comes to. */
  async #attempt(spareTokens: number): Promise<RequestPlan> {
    const { rule } = this.#context;
    const narrower = { ...rule, reservedTokens: rule.reservedTokens + spareTokens };
    const plan = await planTurn(this.#counts, { ...this.#context, rule: narrower });
    const messages = messagesOf(this.#reader, this.#context, plan);
    const isNothing = messages.length === 0;
    const transcript = transcriptText(messages, this.#transcriptRule, this.#context.continues);
    const promptTokens = isNothing ? 0 : await tokenizerFor(encodingOf(rule)).count(transcript);
    const fits = rule.contextWindow === null || promptTokens <= rule.contextWindow - rule.reservedTokens;
    const { reservedTokens } = rule;
    return { ...plan, transcript, estimate: { ...plan.estimate, promptTokens, reservedTokens, fits } };
  }
}

/** Counts and plans what the next request of a chat holds. Reads and counts outside any transaction. */
export const planRequest = async (
  reader: Reader,
  counts: PathCounts,
  context: RequestContext,
): Promise<RequestPlan> => {
  const { transcriptRule } = context.rule;
  return transcriptRule === undefined
    ? planTurn(counts, context)
    : new TranscriptPlanner(reader, counts, context, transcriptRule).plan();
};
