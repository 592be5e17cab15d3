/** What a plan is made from. All numbers are tokens. */
export interface PlanInput {
  /** Costs of the messages, newest first; more may follow. */
  readonly costs: readonly number[];
  /** What is sent whatever happens: the system prompt and the priming of the reply. */
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
  /** Tokens of everything sent. When nothing fits: of what would have to be. */
  readonly promptTokens: number;
  readonly fits: boolean;
  /** True when the next older message does not fit: those before it are not looked at any more. */
  readonly isFull: boolean;
}

/** The visible rule: the oldest messages are left out first, in one stretch; never the system prompt or the newest. */
export const planContext = ({ costs, fixed, budget, newestMustFit }: PlanInput): ContextPlan => {
  const room = budget ?? Number.POSITIVE_INFINITY;
  let promptTokens = fixed;
  let sentCount = 0;
  for (const cost of costs) {
    const isNeeded = newestMustFit && sentCount === 0;
    if (promptTokens + cost > room && !isNeeded) break;
    promptTokens += cost;
    sentCount += 1;
  }
  const fits = promptTokens <= room;
  return { sentCount, promptTokens, fits, isFull: !fits || sentCount < costs.length };
};
