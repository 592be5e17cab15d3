import type { EncodingName } from '../../../preload/contract/models';
import { type Ranks, toByteString } from './byte-pairs';

/** The vocabulary of an encoding. */
export interface EncodingTables {
  readonly ranks: Ranks;
  /** The bytes that a token id stands for; undefined where it is none. */
  readonly bytesOf: (id: number) => string | undefined;
  /** Bytes of the longest token. */
  readonly longest: number;
}

type TokenList = readonly (string | readonly number[] | undefined)[];

/** Each takes 40 to 70 MB, so only those in use are loaded. */
const loaders: Readonly<Record<EncodingName, () => Promise<{ readonly default: TokenList }>>> = {
  o200k_base: () => import('gpt-tokenizer/bpeRanks/o200k_base'),
  cl100k_base: () => import('gpt-tokenizer/bpeRanks/cl100k_base'),
  p50k_base: () => import('gpt-tokenizer/bpeRanks/p50k_base'),
  r50k_base: () => import('gpt-tokenizer/bpeRanks/r50k_base'),
  // The same tokens as o200k_base for all text; only its special tokens are others.
  o200k_harmony: () => import('gpt-tokenizer/bpeRanks/o200k_base'),
};

const NOT_ASCII = /[^\0-\x7f]/;

const bytesOfToken = (token: string | readonly number[]): string => {
  if (typeof token !== 'string') return String.fromCharCode(...token);
  return NOT_ASCII.test(token) ? toByteString(token) : token;
};

/** Loads an encoding's vocabulary (100 to 200 ms). */
export const loadTables = async (name: EncodingName): Promise<EncodingTables> => {
  const { default: tokens } = await loaders[name]();
  const ranks = new Map<string, number>();
  let longest = 0;
  for (const [id, token] of tokens.entries()) {
    if (token === undefined) continue;
    const bytes = bytesOfToken(token);
    ranks.set(bytes, id);
    longest = Math.max(longest, bytes.length);
  }
  const bytesOf = (id: number): string | undefined => {
    const token = tokens[id];
    return token === undefined ? undefined : bytesOfToken(token);
  };
  return { ranks, bytesOf, longest };
};
