import { legacyParams, type ModelInfo } from '../../preload/contract/models';
import type { ParamName } from '../../preload/contract/parameters';

/** OpenAI's guide to reasoning models: they take none of these. */
const NOT_FOR_REASONING: readonly ParamName[] = [
  'temperature',
  'topP',
  'presencePenalty',
  'frequencyPenalty',
  'logitBias',
  'logprobs',
  'topLogprobs',
];
/** OpenAI's reference on `stop`: "not supported with latest reasoning models o3 and o4-mini"; o1 takes it. */
const TAKES_STOP = /^o1/;
/** OpenAI's reference on `verbosity`: made for GPT-5 and what followed. */
const TAKES_VERBOSITY = /^gpt-([5-9]|\d\d)/;
/** JSON mode came in November 2023 (`-1106`); models before it refuse `response_format`. */
const BEFORE_JSON_MODE = /^gpt-(3\.5-turbo-(16k(-0613)?|0301|0613)|4(-32k)?(-0314|-0613)?)$/;

/** OpenAI's announcement of functions (June 2023) and its pages of the other models: these call none. */
const WITHOUT_TOOLS =
  /^(gpt-3\.5-turbo-0301|gpt-4(-32k)?-0314|gpt-4-(1106-)?vision-preview|chatgpt-4o-latest|o1-(mini|preview)(-\d.*)?)$/;
/** The o series answers 400 to it whatever its value. */
const WITHOUT_PARALLEL = /^o\d/;
const TOOLS: readonly ParamName[] = ['tools', 'toolChoice', 'parallelToolCalls'];

const toolParams = (baseId: string): readonly ParamName[] => {
  if (WITHOUT_TOOLS.test(baseId)) return TOOLS;
  return WITHOUT_PARALLEL.test(baseId) ? ['parallelToolCalls'] : [];
};

/** Settings that only Chat Completions has. */
const ONLY_CHAT: readonly ParamName[] = [
  'reasoningEffort',
  'responseFormat',
  'verbosity',
  'serviceTier',
  ...TOOLS,
];
/** OpenAI's reference on `suffix`: "only supported for gpt-3.5-turbo-instruct". */
const WITHOUT_SUFFIX = /^(davinci|babbage)-002$/;

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
  ...toolParams(baseId),
];

/**
 * Settings that a model does not take at the endpoint it is asked at.
 * @param unsupported those that it does not take in a chat; none for a model that nobody knows.
 */
export const unsupportedAt = (
  endpoint: ModelInfo['endpoint'],
  id: string,
  unsupported: readonly ParamName[],
): readonly ParamName[] => {
  if (endpoint === 'completions')
    return [...ONLY_CHAT, ...(WITHOUT_SUFFIX.test(id) ? ['suffix' as const] : [])];
  return [...unsupported, ...legacyParams];
};
