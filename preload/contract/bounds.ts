import * as z from 'zod/mini';

/** Longest text that one message, draft or prompt may hold, in UTF-16 code units (a pasted 5 MB file still fits). */
const MAX_TEXT_LENGTH = 8_000_000;

/** A string of at most `max` UTF-16 code units. Every string that the page sends has such a bound. */
export const boundedText = (max: number) => z.string().check(z.maxLength(max));

/** A string of 1 to `max` UTF-16 code units. */
export const requiredText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** Message text, drafts and system prompts. */
export const longText = boundedText(MAX_TEXT_LENGTH);

/** A UUID in its canonical lower-case form, as the ids of chats and messages have (UUIDv7). */
export const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** The id of an endpoint: a UUID, or one of the built-in names `demo` and `environment`. */
export const endpointId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

/** A model id as endpoints list them, for example `gpt-4o-mini` or `meta-llama/llama-3.1-8b`. */
export const modelId = requiredText(200);

/** A number between `min` and `max`, both included; NaN and infinities are refused. */
export const numberBetween = (min: number, max: number) => z.number().check(z.gte(min), z.lte(max));

/** A whole number between `min` and `max`, both included. */
export const integerBetween = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));
