/** One message in a plan. */
export interface PlanCost {
  readonly tokens: number;
  /** Stays in the context when older messages are left out. */
  readonly isKept: boolean;
  /** Says nothing without the message before it: servers refuse a call's result without its call. */
  readonly needsOlder: boolean;
}

/** What a plan is made from. All numbers are tokens. */
export interface PlanInput {
  /** The messages, newest first; more may follow, but none that is kept. */
  readonly costs: readonly PlanCost[];
  /** What is sent whatever happens: the system prompt, the tools, the priming of the reply. */
  readonly fixed: number;
  /** The model's window without what is kept free for the reply; null: not known, so everything is sent. */
  readonly budget: number | null;
  /** True when the newest message is the one being sent: without it there is nothing to send. */
  readonly newestMustFit: boolean;
}

/** Which messages are sent. */
export interface ContextPlan {
  /** How many of the costs, from the newest on, are sent. */
  readonly sentCount: number;
  /** Which of the others are sent all the same, newest first. */
  readonly keptAt: readonly number[];
  /** Tokens of everything sent. When nothing fits: of what would have to be. */
  readonly promptTokens: number;
  readonly fits: boolean;
  /** True when the next older message does not fit: those before it are not looked at any more. */
  readonly isFull: boolean;
}

const sumOf = (costs: readonly PlanCost[]): number => costs.reduce((sum, { tokens }) => sum + tokens, 0);

/** From the newest on, as many as there is room for. */
const countFitting = ({ costs, newestMustFit }: PlanInput, room: number): number => {
  let left = room - sumOf(costs.filter(({ isKept }) => isKept));
  for (const [at, { tokens, isKept }] of costs.entries()) {
    if (isKept) continue;
    if (tokens > left && !(newestMustFit && at === 0)) return at;
    left -= tokens;
  }
  return costs.length;
};

/** Without those at the old end whose older message is left out. */
const withoutTorn = ({ costs, newestMustFit }: PlanInput, fitting: number): number => {
  const least = newestMustFit ? 1 : 0;
  let count = fitting;
  while (fitting < costs.length && count > least && costs[count - 1]?.needsOlder) count -= 1;
  return count;
};

/**
 * The visible rule: the oldest messages are left out first, in one stretch; never the system prompt, the newest, or those
 * that are kept.
 */
export const planContext = (input: PlanInput): ContextPlan => {
  const { costs, fixed, budget } = input;
  const room = budget ?? Number.POSITIVE_INFINITY;
  const sentCount = withoutTorn(input, countFitting(input, room - fixed));
  const keptAt = costs.flatMap(({ isKept }, at) => (isKept && at >= sentCount ? [at] : []));
  const promptTokens = fixed + sumOf(costs.filter(({ isKept }, at) => isKept || at < sentCount));
  const fits = promptTokens <= room;
  return { sentCount, keptAt, promptTokens, fits, isFull: !fits || sentCount < costs.length };
};
