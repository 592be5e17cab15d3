import type { ModelInfo } from '../../preload/contract/models';
import type { GenerationParams } from '../../preload/contract/parameters';
import { defaultTranscriptRule } from '../../preload/contract/transcript-rule';
import type { CountingRule } from '../backstage/protocol';

/** OpenAI's cookbook, "How to count tokens with tiktoken": tokens per message, and the reply's `<|start|>assistant<|message|>`. */
const PER_MESSAGE = 3;
const PER_MESSAGE_0301 = 4;
const PRIMING = 3;
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

/** How the prompt tokens of a model are counted and how many there may be, all in tokens. */
export const countingRule = (info: ModelInfo, params: GenerationParams): CountingRule => ({
  encoding: info.encoding,
  contextWindow: info.contextWindow,
  reservedTokens: reservedTokens(info, params),
  perMessage: info.id === 'gpt-3.5-turbo-0301' ? PER_MESSAGE_0301 : PER_MESSAGE,
  priming: PRIMING,
  ...(info.endpoint === 'completions'
    ? { transcriptRule: params.transcriptRule ?? defaultTranscriptRule }
    : {}),
});
