import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import type { TranscriptRule } from '../../../preload/contract/transcript-rule';
import type { Reader } from '../database/database';
import type { PromptMessage } from '../prompt-message';
import { encodingOf } from '../tokens/message-cost';
import type { PathCounts } from '../tokens/path-counts';
import { tokenizerFor } from '../tokens/tokenizer';
import type { TurnContext, TurnPlan } from './plan-turn';
import { planTurn } from './plan-turn';
import { readPrompt } from './prompt';
import { countCalls, transcriptText } from './transcript-text';

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
  { systemPrompt, tipSeq, newText, role, rule }: RequestContext,
  count: number,
  keptIds: readonly string[],
): readonly PromptMessage[] => {
  const path = readPrompt(reader, systemPrompt, {
    tipSeq,
    count,
    keptIds,
    withoutImages: rule.takesImages === false,
  });
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
    const { transcript, tokens, callsLeftOut } = await this.#render(plan.pathCount, plan.estimate.keptIds);
    const estimate = await this.#estimate(plan, tokens);
    return { ...plan, transcript, estimate: callsLeftOut === 0 ? estimate : { ...estimate, callsLeftOut } };
  }

  /** The text of so many of the newest messages, and of those kept before them. */
  async #render(pathCount: number, keptIds: readonly string[]) {
    const messages = messagesOf(this.#reader, this.#context, pathCount, keptIds);
    const transcript = transcriptText(messages, this.#transcriptRule, this.#context.continues);
    const tokens = messages.length === 0 ? 0 : await this.#count(transcript);
    return { transcript, tokens, callsLeftOut: countCalls(messages) };
  }

  /** What the text comes to, in the place of what the recipe for chats says. */
  async #estimate({ estimate, pathCount }: TurnPlan, promptTokens: number): Promise<ContextEstimate> {
    const { rule, newText, systemPrompt } = this.#context;
    const { reservedTokens, encoding } = rule;
    const room = (rule.contextWindow ?? Number.POSITIVE_INFINITY) - reservedTokens;
    const parts = { systemPrompt: await this.#count(systemPrompt), typed: await this.#count(newText ?? '') };
    const messages = Math.max(0, promptTokens - parts.systemPrompt - parts.typed);
    const whole = pathCount + estimate.omittedCount + estimate.keptIds.length;
    const over = estimate.overTokens === 0 ? 0 : (await this.#render(whole, [])).tokens - room;
    return {
      ...estimate,
      promptTokens,
      reservedTokens,
      exact: encoding !== null,
      parts: { ...parts, messages, tools: 0, schema: 0, priming: 0 },
      overTokens: estimate.overTokens === 0 ? 0 : Math.max(1, over),
      fits: promptTokens <= room,
    };
  }

  #count(text: string): Promise<number> {
    return tokenizerFor(encodingOf(this.#context.rule)).count(text);
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
