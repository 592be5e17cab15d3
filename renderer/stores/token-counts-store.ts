import { create } from 'zustand';
import type { TokenCount } from '../../preload/contract/token-count';

interface TokenCounts {
  /** By message id. */
  readonly counts: Readonly<Record<string, TokenCount & { readonly model: string }>>;
}

/** Messages whose tokens were counted, and for which model. */
export const useTokenCounts = create<TokenCounts>()(() => ({ counts: {} }));

/** Notes the tokens of a message. */
export const noteTokens = (messageId: string, model: string, count: TokenCount): void =>
  useTokenCounts.setState(({ counts }) => ({ counts: { ...counts, [messageId]: { ...count, model } } }));
