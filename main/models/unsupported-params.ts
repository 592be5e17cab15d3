import type { ParamName } from '../../preload/contract/parameters';

/** OpenAI's guide to reasoning models: they take none of these. */
const NOT_FOR_REASONING: readonly ParamName[] = [
  'temperature',
  'topP',
  'presencePenalty',
  'frequencyPenalty',
  'logitBias',
];
/** OpenAI's reference on `stop`: "not supported with latest reasoning models o3 and o4-mini"; o1 takes it. */
const TAKES_STOP = /^o1/;
/** OpenAI's reference on `verbosity`: made for GPT-5 and what followed. */
const TAKES_VERBOSITY = /^gpt-([5-9]|\d\d)/;
/** JSON mode came in November 2023 (`-1106`); models before it refuse `response_format`. */
const BEFORE_JSON_MODE = /^gpt-(3\.5-turbo-(16k(-0613)?|0301|0613)|4(-32k)?(-0314|-0613)?)$/;

const reasoningParams = (baseId: string): readonly ParamName[] =>
  TAKES_STOP.test(baseId) ? NOT_FOR_REASONING : [...NOT_FOR_REASONING, 'stop'];

/**
 * Settings that a known model does not take.
 * @param baseId the catalogue's id of the model. @param reasons whether it is a reasoning model.
 */
export const unsupportedBy = (baseId: string, reasons: boolean): readonly ParamName[] => [
  ...(reasons ? reasoningParams(baseId) : (['reasoningEffort'] as const)),
  ...(TAKES_VERBOSITY.test(baseId) ? [] : (['verbosity'] as const)),
  ...(BEFORE_JSON_MODE.test(baseId) ? (['responseFormat'] as const) : []),
];
