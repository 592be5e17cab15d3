import type { GenerationParams } from '../../../preload/contract/parameters';
import { reasoningEfforts, serviceTiers, verbosities } from '../../../preload/contract/parameters';
import { parseNumber } from '../generation-settings/number-param';

/** Settings whose values can be compared, in the order they are offered. */
export const comparedParams = [
  'temperature',
  'topP',
  'maxTokens',
  'presencePenalty',
  'frequencyPenalty',
  'seed',
  'reasoningEffort',
  'verbosity',
  'serviceTier',
  'systemPrompt',
] as const;

/** A setting whose values can be compared. */
export type ComparedParam = (typeof comparedParams)[number];

/** Words that a setting can be, where those are few. */
export const levelsOf = (name: ComparedParam): readonly string[] | null => {
  if (name === 'reasoningEffort') return reasoningEfforts;
  if (name === 'verbosity') return verbosities;
  return name === 'serviceTier' ? serviceTiers : null;
};

/** Stands for "this setting is not sent" among the values of a setting that is one word. */
export const NOT_SENT = '-';

/** What is wrong with a value. */
export type ValueProblem = 'notANumber' | 'notWhole' | 'outOfRange' | 'unknownValue';

/** One value of a setting, as the params it changes to, or what is wrong with it. */
export type ParsedValue =
  | { readonly ok: true; readonly value: GenerationParams[ComparedParam] }
  | { readonly ok: false; readonly problem: ValueProblem };

const isLevel = (name: ComparedParam, text: string): text is 'low' => levelsOf(name)?.includes(text) ?? false;

/** Reads one value as its field among the generation settings does. */
export const parseValue = (name: ComparedParam, typed: string): ParsedValue => {
  if (name === 'systemPrompt') return { ok: true, value: typed };
  if (name === 'reasoningEffort' || name === 'verbosity' || name === 'serviceTier') {
    if (typed === NOT_SENT) return { ok: true, value: undefined };
    return isLevel(name, typed) ? { ok: true, value: typed } : { ok: false, problem: 'unknownValue' };
  }
  return parseNumber(name, typed);
};

/** Parts prompts, which have lines of their own. */
const PROMPT_BREAK = /^[ \t]*---[ \t]*$/m;

/** The values in a field: one per line, prompts with a line `---` between them. Empty ones do not count. */
export const valuesIn = (name: ComparedParam, typed: string): readonly string[] =>
  (name === 'systemPrompt' ? typed.split(PROMPT_BREAK) : typed.split('\n'))
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** The text of a field that holds these values. */
export const joinValues = (name: ComparedParam, values: readonly string[]): string =>
  values.join(name === 'systemPrompt' ? '\n---\n' : '\n');

/** A value as it is typed. */
export const showValue = (value: GenerationParams[ComparedParam]): string =>
  value === undefined ? NOT_SENT : String(value);
