import { type ModelInfo, takesImages } from '../../preload/contract/models';
import type { GenerationParams } from '../../preload/contract/parameters';
import { defaultTranscriptRule } from '../../preload/contract/transcript-rule';
import type { CountingRule } from '../backstage/counting-rule';
import { imageRuleOf } from './image-rule';

/** OpenAI's cookbook, "How to count tokens with tiktoken": tokens per message, and the reply's `<|start|>assistant<|message|>`. */
const PER_MESSAGE = 3;
const PER_MESSAGE_0301 = 4;
const PRIMING = 3;
const PER_NAME = 1;
/** "if there's a name, the role is omitted" */
const PER_NAME_0301 = -1;
/** The same, section 7: what each tool definition starts with, and the models that it is published for. */
const PER_FUNCTION = 7;
const PER_FUNCTION_CL100K = 10;
const TOOLS_PUBLISHED = /^(gpt-4o|gpt-4o-mini|gpt-3\.5-turbo|gpt-4)(-\d{4}(-\d\d-\d\d)?)?$/;
/** Without "Max tokens", a reply is kept room for up to this part of the window. */
const REPLY_SHARE = 4;

/** The legacy Completions endpoint ends a reply after so many tokens where it is not told another bound. */
const LEGACY_REPLY = 16;

/**
 * Tokens kept free for the reply: "Max tokens" when it is set; else what the model can write at most, but no more than
 * a quarter of the window, so that models which may write as much as they read still leave room for a chat.
 */
const reservedTokens = (
  { contextWindow, maxOutput, endpoint }: ModelInfo,
  { maxTokens }: GenerationParams,
): number => {
  if (contextWindow === null) return maxTokens ?? 0;
  if (maxTokens !== undefined) return Math.min(maxTokens, contextWindow);
  if (endpoint === 'completions') return Math.min(LEGACY_REPLY, contextWindow);
  const share = Math.floor(contextWindow / REPLY_SHARE);
  return Math.min(maxOutput ?? share, share);
};

const replyBound = (
  { contextWindow, maxOutput, endpoint }: ModelInfo,
  { maxTokens }: GenerationParams,
): number | null => maxTokens ?? (endpoint === 'completions' ? LEGACY_REPLY : (maxOutput ?? contextWindow));

const sentTools = (info: ModelInfo, { tools }: GenerationParams): Pick<CountingRule, 'tools'> => {
  if (tools === undefined || info.unsupported.includes('tools')) return {};
  const perFunction = info.encoding === 'cl100k_base' ? PER_FUNCTION_CL100K : PER_FUNCTION;
  return { tools: { json: tools, perFunction, exact: TOOLS_PUBLISHED.test(info.id) } };
};

const sentSchema = (info: ModelInfo, { responseFormat }: GenerationParams): Pick<CountingRule, 'schema'> =>
  responseFormat?.type === 'json_schema' && !info.unsupported.includes('responseFormat')
    ? { schema: responseFormat.schema }
    : {};

/** How the prompt tokens of a model are counted and how many there may be, all in tokens. */
export const countingRule = (info: ModelInfo, params: GenerationParams): CountingRule => {
  const images = imageRuleOf(info.id);
  const is0301 = info.id === 'gpt-3.5-turbo-0301';
  return {
    encoding: info.encoding,
    contextWindow: info.contextWindow,
    reservedTokens: reservedTokens(info, params),
    replyBound: replyBound(info, params),
    perMessage: is0301 ? PER_MESSAGE_0301 : PER_MESSAGE,
    perName: is0301 ? PER_NAME_0301 : PER_NAME,
    priming: PRIMING,
    contextRule: params.contextRule,
    ...sentTools(info, params),
    ...sentSchema(info, params),
    ...(info.endpoint === 'completions'
      ? { transcriptRule: params.transcriptRule ?? defaultTranscriptRule }
      : {}),
    ...(images === null ? {} : { images }),
    ...(takesImages(info) ? {} : { takesImages: false }),
  };
};
