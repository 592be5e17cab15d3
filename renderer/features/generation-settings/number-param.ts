import type { GenerationParams } from '../../../preload/contract/parameters';
import { MAX_ANSWERS } from '../../../preload/contract/parameters';

/** Generation settings that are one number. */
export type NumberParam = {
  readonly [N in keyof GenerationParams]-?: GenerationParams[N] extends number | undefined ? N : never;
}[keyof GenerationParams];

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
  n: { min: 1, max: MAX_ANSWERS, whole: true },
  presencePenalty: { min: -2, max: 2, whole: false },
  frequencyPenalty: { min: -2, max: 2, whole: false },
  seed: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, whole: true },
  topLogprobs: { min: 0, max: 20, whole: true },
  bestOf: { min: 1, max: 20, whole: true },
};

/** A field's value (undefined: empty, not sent), or what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T | undefined }
  | { readonly ok: false; readonly problem: 'notANumber' | 'notWhole' | 'outOfRange' };

/** One arrow key's worth. */
const stepOf = ({ whole }: Range): number => (whole ? 1 : 0.1);

/** Bounds narrower than the setting's own, as another setting or the model makes them. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** The range that a field has within these bounds. */
export const boundsOf = (
  name: NumberParam,
  bounds: Bounds,
): { readonly min: number; readonly max: number } => ({
  min: Math.max(numberParams[name].min, bounds.min ?? Number.NEGATIVE_INFINITY),
  max: Math.min(numberParams[name].max, bounds.max ?? Number.POSITIVE_INFINITY),
});

/** The value one step up (`direction` 1) or down (-1), within its range; from an empty field the smallest not below 0. */
export const stepNumber = (
  name: NumberParam,
  value: number | undefined,
  direction: 1 | -1,
  bounds: Bounds = {},
): number => {
  const range = { ...numberParams[name], ...boundsOf(name, bounds) };
  const next = value === undefined ? Math.max(0, range.min) : value + direction * stepOf(range);
  // Tenths, so that 0.1 + 0.2 stays 0.3 on screen.
  return Math.min(range.max, Math.max(range.min, Math.round(next * 10) / 10));
};

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a number field. Full-width digits and points, as Chinese input methods type them, count too. */
export const parseNumber = (name: NumberParam, typed: string, bounds: Bounds = {}): Parsed<number> => {
  const text = typed.normalize('NFKC').replace('。', '.').trim();
  if (text === '') return { ok: true, value: undefined };
  if (!DECIMAL.test(text)) return { ok: false, problem: 'notANumber' };
  const value = Number(text);
  const { whole } = numberParams[name];
  const { min, max } = boundsOf(name, bounds);
  if (whole && !Number.isInteger(value)) return { ok: false, problem: 'notWhole' };
  return value >= min && value <= max ? { ok: true, value } : { ok: false, problem: 'outOfRange' };
};
