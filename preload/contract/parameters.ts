import * as z from 'zod/mini';
import { boundedText, integerBetween, longText, modelId, numberBetween, requiredText } from './bounds';
import { responseFormat } from './response-format';
import { toolChoice, toolDefinitions } from './tools';
import { transcriptRule } from './transcript-rule';

/** Levels of `reasoning_effort` that the API documents. */
export const reasoningEfforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] as const;
/** Levels of `verbosity` that the API documents. */
export const verbosities = ['low', 'medium', 'high'] as const;
/** Values of `service_tier` that the API documents for Chat Completions. */
export const serviceTiers = ['auto', 'default', 'flex', 'priority'] as const;

/**
 * What happens when a chat outgrows the context window. `dropOldest`: the oldest messages are left out. `keepPinned`: so
 * they are, but system messages and pinned ones stay. `ask`: nothing is left out and nothing is sent until the person
 * has decided.
 */
export const contextRules = ['dropOldest', 'keepPinned', 'ask'] as const;
/** What happens when a chat outgrows the context window. */
export type ContextRule = (typeof contextRules)[number];

/** The API makes so many answers at most (OpenAI's OpenAPI description: `n`, maximum 128). */
export const MAX_ANSWERS = 128;

/** The API takes so many tokens in `logit_bias` at most. */
export const MAX_BIASES = 300;
/** Ids of tokens: the largest vocabulary (o200k_base) has six digits. */
export const tokenIdPattern = /^(0|[1-9]\d{0,6})$/;

const logitBias = z
  .record(z.string().check(z.regex(tokenIdPattern)), numberBetween(-100, 100))
  .check(z.refine((biases) => Object.keys(biases).length <= MAX_BIASES));

/**
 * Generation settings of a chat. An absent field means "do not send this parameter".
 * Ranges are those of OpenAI's Chat Completions reference.
 */
export const generationParams = z.strictObject({
  systemPrompt: z.optional(longText),
  temperature: z.optional(numberBetween(0, 2)),
  topP: z.optional(numberBetween(0, 1)),
  maxTokens: z.optional(integerBetween(1, 10_000_000)),
  n: z.optional(integerBetween(1, MAX_ANSWERS)),
  stop: z.optional(z.array(requiredText(1000)).check(z.maxLength(4))),
  presencePenalty: z.optional(numberBetween(-2, 2)),
  frequencyPenalty: z.optional(numberBetween(-2, 2)),
  seed: z.optional(integerBetween(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
  reasoningEffort: z.optional(z.enum(reasoningEfforts)),
  responseFormat: z.optional(responseFormat),
  verbosity: z.optional(z.enum(verbosities)),
  serviceTier: z.optional(z.enum(serviceTiers)),
  /** By token id, in the model's own encoding. */
  logitBias: z.optional(logitBias),
  /** Who asks, for the provider's abuse monitoring. */
  user: z.optional(requiredText(512)),
  tools: z.optional(toolDefinitions),
  toolChoice: z.optional(toolChoice),
  parallelToolCalls: z.optional(z.boolean()),
  /** Probabilities of the reply's tokens: for chat whether, with how many alternatives each. */
  logprobs: z.optional(z.boolean()),
  topLogprobs: z.optional(integerBetween(0, 20)),
  /** For legacy completions: how the transcript becomes the prompt. Not sent; absent: `defaultTranscriptRule`. */
  transcriptRule: z.optional(transcriptRule),
  suffix: z.optional(requiredText(100_000)),
  echo: z.optional(z.boolean()),
  bestOf: z.optional(integerBetween(1, 20)),
  /** What happens when a chat outgrows the context. Not sent; absent: the oldest messages are left out. */
  contextRule: z.optional(z.enum(contextRules)),
});

/** Generation settings of a chat. */
export type GenerationParams = Readonly<z.infer<typeof generationParams>>;

/** The name of one generation setting. */
export type ParamName = keyof GenerationParams;

/** What a chat is answered with: the model and its generation settings. */
export const chatOptions = z.strictObject({
  model: z.union([modelId, z.literal('')]),
  params: generationParams,
});

/** What a chat is answered with. An empty `model` means: the endpoint's default one. */
export type ChatOptions = Readonly<z.infer<typeof chatOptions>>;

/** Fewest and most variants of one comparison. */
export const MIN_VARIANTS = 2;
export const MAX_VARIANTS = 8;

/** What the same question is asked with, to compare the answers: models, or values of a setting. */
export const variants = z.array(chatOptions).check(z.minLength(MIN_VARIANTS), z.maxLength(MAX_VARIANTS));

/** A chat's title. */
export const chatTitle = boundedText(300);
