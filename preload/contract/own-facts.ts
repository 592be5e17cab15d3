import * as z from 'zod/mini';
import { integerBetween, modelId, numberBetween } from './bounds';

/** Byte-pair encodings that can be counted exactly. */
export const encodingNames = [
  'o200k_base',
  'o200k_harmony',
  'cl100k_base',
  'p50k_base',
  'r50k_base',
] as const;

/** Where the API can be asked for a reply: Chat Completions, or the legacy Completions. */
export const modelEndpoints = ['chat', 'completions'] as const;

/** Most tokens that a model's window or reply can be said to have. */
export const MAX_MODEL_TOKENS = 100_000_000;
/** Highest price that can be set, in US dollars per million tokens. */
export const MAX_PRICE = 100_000;
/** Models whose facts can be set. */
const MAX_MODELS = 1000;

const tokens = integerBetween(1, MAX_MODEL_TOKENS);
const dollars = numberBetween(0, MAX_PRICE);

/** What a person sets of a model. An absent fact is left to the catalogue. Prices are in US dollars per million tokens. */
export const ownFacts = z.strictObject({
  contextWindow: z.optional(tokens),
  maxOutput: z.optional(tokens),
  encoding: z.optional(z.enum(encodingNames)),
  endpoint: z.optional(z.enum(modelEndpoints)),
  price: z.optional(z.strictObject({ input: dollars, cachedInput: z.nullable(dollars), output: dollars })),
});

/** What a person has set of a model. */
export type OwnFacts = Readonly<z.infer<typeof ownFacts>>;

/** The name of a fact that a person can set. */
export type OwnFactName = keyof OwnFacts;

/** Facts set by the person, by model id. */
export const ownFactsById = z
  .record(modelId, ownFacts)
  .check(z.refine((facts) => Object.keys(facts).length <= MAX_MODELS));
