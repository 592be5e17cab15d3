import type { TokenChance } from '../../../preload/contract/logprobs';
import { probabilityOf } from './token-text';

/** Degrees of certainty, surest first: each with the lowest probability that belongs to it. */
export const certainties = [
  ['sure', 0.9],
  ['likely', 0.6],
  ['open', 0.3],
  ['doubtful', 0.1],
  ['unlikely', 0],
] as const;

/** How certain a token was; `unknown`: its probability was not told. */
export type Certainty = (typeof certainties)[number][0] | 'unknown';

/** The degree of a probability from 0 to 1. */
export const certaintyOf = (probability: number | null): Certainty =>
  probability === null
    ? 'unknown'
    : (certainties.find(([, lowest]) => probability >= lowest)?.[0] ?? 'unlikely');

/** What is told of a whole reply. */
export interface Summary {
  readonly tokens: number;
  /** Mean probability of the tokens, from 0 to 1. */
  readonly mean: number;
  /** e to the mean negative log probability: how many tokens the model hesitated between on average. */
  readonly perplexity: number;
}

/** The summary of all tokens whose probability was told; null where none was. */
export const summaryOf = (tokens: readonly TokenChance[]): Summary | null => {
  const logprobs = tokens.map(({ logprob }) => logprob).filter((logprob) => logprob !== null);
  if (logprobs.length === 0) return null;
  const sum = logprobs.reduce((total, logprob) => total + logprob, 0);
  const probabilities = tokens.map(probabilityOf).filter((probability) => probability !== null);
  return {
    tokens: tokens.length,
    mean: probabilities.reduce((total, probability) => total + probability, 0) / probabilities.length,
    perplexity: Math.exp(-sum / logprobs.length),
  };
};
