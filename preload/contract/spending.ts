/** What the requests of a month have cost, whatever became of their chats. */
export interface MonthSpending {
  /** `YYYY-MM`, local time. */
  readonly month: string;
  /** US dollars. Of requests that were cut the cost is estimated. */
  readonly usd: number;
  /** Requests whose cost is not known, or only estimated. */
  readonly unpriced: number;
}
