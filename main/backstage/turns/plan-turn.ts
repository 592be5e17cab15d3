import type { ContextEstimate } from '../../../preload/contract/history';
import type { CountingRule } from '../protocol';
import type { CountedMessage, CountedPath } from '../tokens/counted-path';
import type { CostTable } from '../tokens/message-cost';
import { costTable, encodingOf } from '../tokens/message-cost';
import type { PathCounts } from '../tokens/path-counts';
import type { ContextPlan } from '../tokens/plan-context';
import { planContext } from '../tokens/plan-context';
import { tokenizerFor } from '../tokens/tokenizer';

/** What would be sent: a path, and below it perhaps a new message. */
export interface TurnContext {
  /** The newest message of the path; null for an empty path. */
  readonly tipSeq: number | null;
  /** The user's new message; null when the path's newest message is what is answered or gone on from. */
  readonly newText: string | null;
  /** False while nothing is typed: then the whole path may be left out. */
  readonly newestMustFit: boolean;
  readonly systemPrompt: string;
  readonly rule: CountingRule;
}

/** The plan for a turn: the estimate that is shown, and from where on the path is sent. */
export interface TurnPlan {
  readonly estimate: ContextEstimate;
  /** How many messages of the path, empty ones included, are sent. */
  readonly pathCount: number;
}

/** A message without text is not sent: servers refuse it, and it says nothing. */
const isSent = (message: CountedMessage): boolean => message.contentTokens > 0;

const tokensOf = async (rule: CountingRule, text: string): Promise<number> =>
  tokenizerFor(encodingOf(rule)).count(text);

const fixedCost = async ({ systemPrompt, rule }: TurnContext, table: CostTable): Promise<number> => {
  const prompt = systemPrompt === '' ? 0 : table.message('system', await tokensOf(rule, systemPrompt));
  return rule.priming + prompt;
};

/** Reads only as much of the path as the budget has room for. */
const planPath = async (context: TurnContext, path: CountedPath): Promise<ContextPlan> => {
  const { rule, newText, newestMustFit } = context;
  const table = await costTable(rule);
  const fixed = await fixedCost(context, table);
  const own = newText === null ? [] : [table.message('user', await tokensOf(rule, newText))];
  const budget = rule.contextWindow === null ? null : rule.contextWindow - rule.reservedTokens;
  for (;;) {
    const sent = path.messages.filter(isSent);
    const costs = [...own, ...sent.map(({ role, contentTokens }) => table.message(role, contentTokens))];
    const plan = planContext({ costs, fixed, budget, newestMustFit });
    if (plan.isFull || path.isComplete) return plan;
    await path.extend();
  }
};

const toTurnPlan = (
  { rule, newText, systemPrompt }: TurnContext,
  path: CountedPath,
  plan: ContextPlan,
): TurnPlan => {
  const sent = path.messages.filter(isSent);
  const sentFromPath = Math.max(0, plan.sentCount - (newText === null ? 0 : 1));
  const firstLeftOut = plan.isFull ? sent[sentFromPath] : undefined;
  const omittedCount = firstLeftOut ? firstLeftOut.depth + 1 : 0;
  const length = (path.messages[0]?.depth ?? -1) + 1;
  const isNothing = plan.sentCount === 0 && systemPrompt === '';
  return {
    estimate: {
      promptTokens: isNothing ? 0 : plan.promptTokens,
      exact: rule.encoding !== null,
      contextWindow: rule.contextWindow,
      reservedTokens: rule.reservedTokens,
      omittedCount,
      sentFromId: firstLeftOut ? (sent[sentFromPath - 1]?.id ?? null) : null,
      fits: plan.fits,
    },
    pathCount: length - omittedCount,
  };
};

/** Counts and plans what the next request of a chat holds. Reads and counts outside any transaction. */
export const planTurn = async (counts: PathCounts, context: TurnContext): Promise<TurnPlan> => {
  const path = counts.get(encodingOf(context.rule), context.tipSeq);
  return toTurnPlan(context, path, await planPath(context, path));
};
