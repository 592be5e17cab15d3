import { create } from 'zustand';
import type { MonthSpending } from '../../preload/contract/spending';

interface Spending {
  /** Latest month first; empty while nothing was read. */
  readonly months: readonly MonthSpending[];
}

/** What each month has cost, as it was read last. */
export const useSpending = create<Spending>()(() => ({ months: [] }));
