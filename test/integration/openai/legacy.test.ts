import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { runCompletion } from '../../support/run-completion';

const REPLY = 'Hello **world**, 你好 👋🏽';
const legacy = { endpoint: 'completions', params: { maxTokens: 99 } } as const;
const bytesOf = (text: string) => [...Buffer.from(text)];

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer({ reply: () => REPLY });
});
afterEach(() => server.fail(null));
afterAll(() => server.close());

describe('a legacy completion', () => {
  it('streams its text, with usage, from the URL of its endpoint', async () => {
    const { outcome, texts } = await runCompletion(server.baseUrl, legacy);
    expect(outcome).toMatchObject({ error: null, usage: { completionTokens: expect.any(Number) } });
    expect(outcome.choices.get(0)?.finishReason).toBe('stop');
    expect(texts).toEqual([REPLY]);
    expect(outcome.sent?.url).toBe(`${server.baseUrl}/completions`);
    expect(outcome.sent?.body.prompt).toBe('');
    expect(JSON.stringify(server.requests.at(-1)?.body)).toContain('"prompt":"SECRET PROMPT"');
  });

  it('comes whole where the best of several was asked for, and is read all the same', async () => {
    const params = { maxTokens: 99, n: 2, bestOf: 3 };
    const { outcome, texts } = await runCompletion(server.baseUrl, { ...legacy, params });
    expect(server.requests.at(-1)?.body).not.toHaveProperty('stream');
    expect(outcome.error).toBeNull();
    expect(texts).toEqual([REPLY, REPLY]);
    expect(outcome.usage?.promptTokens).toBeGreaterThan(0);
  });

  it.each(['chat', 'completions'] as const)(
    'brings probabilities whose bytes are the text again, halves of characters too: %s',
    async (endpoint) => {
      const params = { maxTokens: 99, logprobs: true, topLogprobs: 2 };
      const { logprobs, texts } = await runCompletion(server.baseUrl, { endpoint, params });
      expect(texts).toEqual([REPLY]);
      expect(logprobs.flatMap(({ bytes }) => bytes ?? [])).toEqual(bytesOf(REPLY));
      for (const { logprob, top } of logprobs) {
        expect(logprob).toBeLessThan(0);
        expect(top).toHaveLength(2);
      }
    },
  );

  it('begins with its prompt where that is echoed, whose first token has no probability', async () => {
    const params = { maxTokens: 99, echo: true, logprobs: true };
    const { logprobs, texts } = await runCompletion(server.baseUrl, { ...legacy, params });
    expect(texts).toEqual([`SECRET PROMPT${REPLY}`]);
    expect(logprobs[0]?.logprob).toBeNull();
  });

  it.each([
    [{ kind: 'close', after: 3 } as const, 'api.cut'],
    [{ kind: 'status', status: 401 } as const, 'api.unauthorized'],
    [{ kind: 'raw', text: '<html>', contentType: 'text/html' } as const, 'api.malformed'],
  ])('that fails is explained as a chat is: %j', async (fault, code) => {
    server.fail(fault);
    const { outcome } = await runCompletion(server.baseUrl, legacy);
    expect(outcome.error?.code).toBe(code);
  });

  it('goes to the deployment at Azure', async () => {
    const azure = { ...legacy, kind: 'azure', apiVersion: '2024-10-21' } as const;
    const { outcome } = await runCompletion(server.baseUrl, azure);
    expect(outcome.sent?.url).toBe(
      `${server.baseUrl}/openai/deployments/test-model/completions?api-version=2024-10-21`,
    );
  });
});
