import type { Usage } from '../../preload/contract/history';
import type { TokenLogprob } from '../../preload/contract/logprobs';
import { readLegacyLogprobs } from './legacy-logprobs';
import { readLogprobs } from './logprobs';
import type { ToolCallDelta } from './tool-call-delta';
import { readToolCalls } from './tool-call-delta';
import { fieldOf, isRecord, itemsOf, textOrNull } from './unknown-value';

/** What is new of one choice, or its end. */
export interface ChoiceDelta {
  readonly index: number;
  readonly text: string;
  /** What the model thinks before it answers, as far as its server tells. */
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCallDelta[];
  /** Of the tokens of `text`, where they were asked for. */
  readonly logprobs: readonly TokenLogprob[];
  readonly finishReason: string | null;
}

/** One event of a streamed completion, reduced to what we use. */
export interface CompletionChunk {
  readonly choices: readonly ChoiceDelta[];
  readonly usage: Usage | null;
  readonly model: string | null;
  readonly systemFingerprint: string | null;
}

/** Content is a text, or with some servers a list of parts. A refusal is what the model says, so it is text as well. */
const textOf = (content: unknown): string => {
  if (typeof content === 'string') return content;
  return itemsOf(content)
    .map((part) => textOrNull(fieldOf(part, 'text')) ?? '')
    .join('');
};

/** OpenAI keeps the thoughts to itself; DeepSeek, vLLM and llama.cpp say `reasoning_content`, OpenRouter and Ollama `reasoning`. */
const reasoningOf = (delta: unknown): string =>
  textOrNull(fieldOf(delta, 'reasoning_content')) ?? textOrNull(fieldOf(delta, 'reasoning')) ?? '';

const readChoice = (choice: unknown): ChoiceDelta | null => {
  if (!isRecord(choice)) return null;
  const { index, delta } = choice;
  return {
    // Servers that can make only one answer may leave the index out.
    index: typeof index === 'number' ? index : 0,
    // The legacy Completions endpoint has it at once.
    text: textOf(choice.text) + textOf(fieldOf(delta, 'content')) + textOf(fieldOf(delta, 'refusal')),
    reasoning: reasoningOf(delta),
    toolCalls: readToolCalls(delta),
    logprobs: [...readLogprobs(choice.logprobs), ...readLegacyLogprobs(choice.logprobs)],
    finishReason: textOrNull(choice.finish_reason),
  };
};

const count = (value: unknown): number => (typeof value === 'number' && value >= 0 ? value : 0);

const readUsage = (usage: unknown): Usage | null => {
  if (!isRecord(usage)) return null;
  const promptTokens = count(usage.prompt_tokens);
  const completionTokens = count(usage.completion_tokens);
  const cachedTokens = count(fieldOf(usage.prompt_tokens_details, 'cached_tokens'));
  const cacheWriteTokens = count(fieldOf(usage.prompt_tokens_details, 'cache_write_tokens'));
  return {
    promptTokens,
    completionTokens,
    totalTokens: count(usage.total_tokens) || promptTokens + completionTokens,
    ...(cachedTokens > 0 ? { cachedTokens } : {}),
    ...(cacheWriteTokens > 0 ? { cacheWriteTokens } : {}),
  };
};

/** Reads an event of any OpenAI-like server; what is missing or of a wrong type is left out, never an error. */
export const readChunk = (event: unknown): CompletionChunk => ({
  choices: itemsOf(fieldOf(event, 'choices'))
    .map(readChoice)
    .filter((choice) => choice !== null),
  usage: readUsage(fieldOf(event, 'usage')),
  model: textOrNull(fieldOf(event, 'model')),
  systemFingerprint: textOrNull(fieldOf(event, 'system_fingerprint')),
});
