import type { TokenChance, TokenLogprob } from '../../preload/contract/logprobs';
import { fieldOf, itemsOf } from './unknown-value';

const bytesOf = (value: unknown): readonly number[] | null =>
  Array.isArray(value) && value.every((byte) => typeof byte === 'number') ? value : null;

const readChance = (entry: unknown): TokenChance | null => {
  const token = fieldOf(entry, 'token');
  const logprob = fieldOf(entry, 'logprob');
  if (typeof token !== 'string' || typeof logprob !== 'number') return null;
  return { token, bytes: bytesOf(fieldOf(entry, 'bytes')), logprob };
};

/**
 * The `logprobs` of a chat choice: those of its content and of a refusal, which is text as well. What is not as the API
 * documents it is left out.
 */
export const readLogprobs = (logprobs: unknown): readonly TokenLogprob[] =>
  [...itemsOf(fieldOf(logprobs, 'content')), ...itemsOf(fieldOf(logprobs, 'refusal'))].flatMap((entry) => {
    const chance = readChance(entry);
    if (chance === null) return [];
    const top = itemsOf(fieldOf(entry, 'top_logprobs')).map(readChance);
    return [{ ...chance, top: top.filter((other) => other !== null) }];
  });
