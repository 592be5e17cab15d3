import type { TokenChance, TokenLogprob } from '../../preload/contract/logprobs';
import { fieldOf, isRecord, itemsOf } from './unknown-value';

/** How the endpoint writes a token that is only a part of a character: `bytes:\xe4\xbd`. */
const BYTES = /^bytes:((?:\\x[0-9a-f]{2})+)$/i;

const chanceOf = (token: string, logprob: number | null): TokenChance => {
  const [, escapes] = BYTES.exec(token) ?? [];
  if (escapes === undefined) return { token, bytes: [...Buffer.from(token)], logprob };
  const bytes = Buffer.from(escapes.replaceAll('\\x', ''), 'hex');
  return { token: bytes.toString('utf8'), bytes: [...bytes], logprob };
};

const likeliestFirst = (one: TokenChance, other: TokenChance): number =>
  (other.logprob ?? Number.NEGATIVE_INFINITY) - (one.logprob ?? Number.NEGATIVE_INFINITY);

const readTop = (chances: unknown): readonly TokenChance[] =>
  Object.entries(isRecord(chances) ? chances : {})
    .flatMap(([token, logprob]) => (typeof logprob === 'number' ? [chanceOf(token, logprob)] : []))
    .toSorted(likeliestFirst);

/**
 * The `logprobs` of a choice of the legacy Completions endpoint: parallel arrays `tokens`, `token_logprobs` and
 * `top_logprobs` (OpenAI's reference). The first token of an echoed prompt has no probability.
 */
export const readLegacyLogprobs = (logprobs: unknown): readonly TokenLogprob[] => {
  const chosen = itemsOf(fieldOf(logprobs, 'token_logprobs'));
  const top = itemsOf(fieldOf(logprobs, 'top_logprobs'));
  return itemsOf(fieldOf(logprobs, 'tokens')).flatMap((token, at) => {
    if (typeof token !== 'string') return [];
    const logprob = chosen[at];
    return [{ ...chanceOf(token, typeof logprob === 'number' ? logprob : null), top: readTop(top[at]) }];
  });
};
