import { describe, expect, it } from 'vitest';
import type { ResolvedEndpoint } from '../../../main/endpoints/resolved-endpoint';
import { createModelsService } from '../../../main/services/models-service';

const endpoint: ResolvedEndpoint = {
  id: 'x',
  kind: 'compatible',
  baseUrl: 'http://127.0.0.1:1/v1',
  apiVersion: null,
  apiKey: null,
};

const serviceOf = (...ids: readonly string[]) =>
  createModelsService({
    listsOf: async () => ids.map((id) => ({ id, shutdownDate: null })),
    ownFacts: () => ({}),
  });

describe('the default model', () => {
  it.each([
    [['nomic-embed-text:latest', 'llama3.1:8b'], 'llama3.1:8b'],
    [['text-embedding-3-small', 'whisper-1', 'gpt-3.5-turbo-instruct', 'gpt-4.1'], 'gpt-4.1'],
    [['bge-m3', 'BAAI/bge-reranker-v2-m3', 'qwen2.5'], 'qwen2.5'],
    [['imagine-chat'], 'imagine-chat'],
  ])('is one that can chat: of %j it is %s', async (ids, model) => {
    const service = serviceOf(...ids);
    expect((await service.list(endpoint, false, '')).defaultModel).toBe(model);
    expect((await service.resolve(endpoint, { model: '', params: {} })).id).toBe(model);
  });
});

describe('the model that is asked', () => {
  it('is told of although the server does not list it, so that its settings are right', async () => {
    const { asked } = await serviceOf('llama').list(endpoint, false, 'openai/o3-mini');
    expect(asked).toMatchObject({ id: 'openai/o3-mini', maxTokensName: 'max_completion_tokens' });
    expect(asked?.unsupported).toContain('temperature');
  });

  it('is not told of twice', async () => {
    expect((await serviceOf('llama').list(endpoint, false, 'llama')).asked).toBeNull();
    expect((await serviceOf('llama').list(endpoint, false, '')).asked).toBeNull();
  });
});
