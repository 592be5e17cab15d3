import { expect, it } from 'vitest';
import { readChunk } from '../../../main/openai/completion-chunk';

const usageOf = (usage: unknown) => readChunk({ choices: [], usage }).usage;

it('reads cached prompt tokens, which cost less, and written ones, which cost more', () => {
  const usage = {
    prompt_tokens: 1200,
    completion_tokens: 30,
    total_tokens: 1230,
    prompt_tokens_details: { cached_tokens: 1024, cache_write_tokens: 100, audio_tokens: 0 },
  };
  expect(usageOf(usage)).toEqual({
    promptTokens: 1200,
    completionTokens: 30,
    totalTokens: 1230,
    cachedTokens: 1024,
    cacheWriteTokens: 100,
  });
});

it.each([
  { prompt_tokens: 5, completion_tokens: 1 },
  { prompt_tokens: 5, completion_tokens: 1, prompt_tokens_details: null },
  { prompt_tokens: 5, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 'many' } },
])('takes %j from a server that tells nothing of a cache', (usage) => {
  expect(usageOf(usage)).toEqual({ promptTokens: 5, completionTokens: 1, totalTokens: 6 });
});
