import type { GenerationParams } from '../../../preload/contract/parameters';

/** Generation settings that are one number. */
export type NumberParam = Exclude<keyof GenerationParams, 'systemPrompt' | 'stop' | 'reasoningEffort'>;

interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** Ranges as the contract has them (OpenAI's Chat Completions reference), in the order they are shown. */
export const numberParams: Readonly<Record<NumberParam, Range>> = {
  temperature: { min: 0, max: 2, whole: false },
  topP: { min: 0, max: 1, whole: false },
  maxTokens: { min: 1, max: 10_000_000, whole: true },
  n: { min: 1, max: 8, whole: true },
  presencePenalty: { min: -2, max: 2, whole: false },
  frequencyPenalty: { min: -2, max: 2, whole: false },
  seed: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, whole: true },
};

/** A field's value (undefined: empty, not sent), or what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T | undefined }
  | { readonly ok: false; readonly problem: 'notANumber' | 'notWhole' | 'outOfRange' };

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a number field. Full-width digits and points, as Chinese input methods type them, count too. */
export const parseNumber = (name: NumberParam, typed: string): Parsed<number> => {
  const text = typed.normalize('NFKC').replace('。', '.').trim();
  if (text === '') return { ok: true, value: undefined };
  if (!DECIMAL.test(text)) return { ok: false, problem: 'notANumber' };
  const value = Number(text);
  const { min, max, whole } = numberParams[name];
  if (whole && !Number.isInteger(value)) return { ok: false, problem: 'notWhole' };
  return value >= min && value <= max ? { ok: true, value } : { ok: false, problem: 'outOfRange' };
};
