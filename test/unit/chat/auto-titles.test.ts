import { describe, expect, it } from 'vitest';
import { unsupportedBy } from '../../../main/models/unsupported-params';
import { mayAsk, titleParams } from '../../../main/services/auto-titles';

describe('automatic titles', () => {
  it.each([
    ['openai', 'compatible', 'https://api.openai.com/v1', true],
    ['openai', 'compatible', 'https://api.openai.com.evil.example/v1', false],
    ['openai', 'compatible', 'http://127.0.0.1:1234/v1', false],
    ['openai', 'azure', 'https://x.openai.azure.com', false],
    ['all', 'compatible', 'http://127.0.0.1:1234/v1', true],
    ['all', 'demo', 'http://127.0.0.1:1234/v1', false],
    ['off', 'compatible', 'https://api.openai.com/v1', false],
  ] as const)('asks nobody that the person did not mean (%s, %s, %s)', (choice, kind, baseUrl, expected) => {
    expect(mayAsk(choice, { kind, baseUrl })).toBe(expected);
  });

  it('pays no model that would only think, or that knows no instructions', () => {
    const chat = (id: string, isReasoning: boolean) =>
      titleParams({ endpoint: 'chat', unsupported: unsupportedBy(id, isReasoning) });
    expect(chat('gpt-4o-mini', false)).toEqual({ maxTokens: 20 });
    expect(chat('o3', true)).toBeNull();
    expect(titleParams({ endpoint: 'chat', unsupported: [] })).toEqual({ maxTokens: 20 });
    expect(titleParams({ endpoint: 'completions', unsupported: [] })).toBeNull();
  });
});
