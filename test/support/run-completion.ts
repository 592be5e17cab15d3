import { openClient } from '../../main/openai/client';
import type { RetryNotice } from '../../main/openai/guarded-fetch';
import { requestBody, withPrompt } from '../../main/openai/request-body';
import type { CompletionOutcome } from '../../main/openai/stream-completion';
import { streamCompletion } from '../../main/openai/stream-completion';
import type { TokenLogprob } from '../../preload/contract/logprobs';
import type { GenerationParams } from '../../preload/contract/parameters';

/** A completion run to its end, with all it told. */
export interface CompletionRun {
  readonly outcome: CompletionOutcome;
  readonly texts: readonly string[];
  /** Of all choices, as they came. */
  readonly logprobs: readonly TokenLogprob[];
  readonly retries: readonly RetryNotice[];
  readonly dropped: readonly (string | number | undefined)[];
}

/** How to run it; the key is one that would be seen anywhere. */
export interface RunOptions {
  readonly params?: GenerationParams;
  readonly endpoint?: 'chat' | 'completions';
  readonly silenceMs?: number;
  readonly maxRetries?: number;
  readonly signal?: AbortSignal;
  readonly onText?: (text: string) => void;
  readonly kind?: 'openai' | 'compatible' | 'azure';
  readonly apiVersion?: string | null;
  readonly apiKey?: string | null;
}

export const TEST_KEY = 'sk-test-THISKEYMUSTNOTLEAK0123456789';

/** Runs one completion with the global fetch against `baseUrl`. */
export const runCompletion = async (baseUrl: string, options: RunOptions = {}): Promise<CompletionRun> => {
  const { kind = 'compatible', apiVersion = null, apiKey = TEST_KEY } = options;
  const retries: RetryNotice[] = [];
  const dropped: (string | number | undefined)[] = [];
  const texts: string[] = [];
  const signal = options.signal ?? new AbortController().signal;
  const client = await openClient(
    { id: 'x', kind, baseUrl, apiVersion, apiKey },
    {
      fetch,
      silenceMs: options.silenceMs ?? 5_000,
      maxRetries: options.maxRetries ?? 0,
      signal,
      onRetry: (notice) => retries.push(notice),
    },
  );
  const { params = {}, endpoint = 'chat' } = options;
  const model = { id: 'test-model', endpoint, maxTokensName: 'max_tokens', unsupported: [] } as const;
  const prompt = [{ role: 'user', content: 'SECRET PROMPT' }] as const;
  const body = withPrompt(requestBody(params, model), { prompt, transcript: 'SECRET PROMPT' });
  const logprobs: TokenLogprob[] = [];
  const outcome = await streamCompletion(client, body, {
    signal,
    onDelta: ({ index, text, logprobs: tokens }) => {
      logprobs.push(...tokens);
      texts[index] = (texts[index] ?? '') + text;
      options.onText?.(text);
    },
    onParameterDropped: (error) => dropped.push(error.detail?.parameter),
  });
  return { outcome, texts, logprobs, retries, dropped };
};
