import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testConnection } from '../../../main/endpoints/test-connection';
import type { FaultServer } from '../../support/fault-server';
import { startFaultServer } from '../../support/fault-server';
import { runCompletion, TEST_KEY } from '../../support/run-completion';

let server: FaultServer;
beforeEach(async () => {
  server = await startFaultServer();
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
});

const lastHeaders = () => server.requests.at(-1)?.headers ?? {};

describe('what is sent', () => {
  it.each(['sk-with\nnewline', 'sk-ключ', 'sk with spaces'])(
    'never is the absurd key %j, nor does an error quote it',
    async (apiKey) => {
      await expect(runCompletion(server.baseUrl, { apiKey })).rejects.toMatchObject({
        code: 'endpoint.invalidKey',
        message: 'the key cannot be a header',
      });
      expect(server.requests).toEqual([]);
    },
  );

  it('carries the key, and nothing that tells of the computer', async () => {
    await runCompletion(server.baseUrl);
    expect(lastHeaders().authorization).toBe(`Bearer ${TEST_KEY}`);
    expect(Object.keys(lastHeaders()).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
  });

  it('has no Authorization for a server without a key', async () => {
    await runCompletion(server.baseUrl, { apiKey: null });
    expect(lastHeaders()).not.toHaveProperty('authorization');
  });

  it('takes nothing from OPENAI_* variables', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-from-environment');
    vi.stubEnv('OPENAI_ORG_ID', 'org-from-environment');
    vi.stubEnv('OPENAI_PROJECT_ID', 'proj-from-environment');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'Authorization: from-environment\nX-Extra: from-environment');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/from-environment');
    await runCompletion(server.baseUrl, { apiKey: null });
    expect(server.requests).toHaveLength(1);
    expect(JSON.stringify(lastHeaders())).not.toContain('from-environment');
  });

  it('for Azure: api-key instead of Authorization, deployment in the path, api-version in the query', async () => {
    await runCompletion(`${server.baseUrl}/x.azure`, { kind: 'azure', apiVersion: '2024-10-21' });
    expect(server.requests[0]?.path).toBe(
      '/x.azure/openai/deployments/test-model/chat/completions?api-version=2024-10-21',
    );
    expect(lastHeaders()).toMatchObject({ 'api-key': TEST_KEY });
    expect(lastHeaders()).not.toHaveProperty('authorization');
  });

  it('for Azure without an api-version: the v1 surface', async () => {
    await runCompletion(`${server.baseUrl}/openai`, { kind: 'azure' });
    expect(server.requests[0]?.path).toBe('/openai/v1/chat/completions');
  });

  it('goes to no other host, whatever the server redirects to', async () => {
    const other = await startFaultServer();
    const headers = { location: `${other.baseUrl}/chat/completions` };
    server.fail({ kind: 'status', status: 307, headers });
    const { outcome } = await runCompletion(server.baseUrl);
    expect(outcome.error).toMatchObject({ code: 'api.notFound', detail: { reason: 'redirect' } });
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

describe('retries', () => {
  const quick = { 'retry-after-ms': '1' };

  it('are made as the SDK does and told before each one, with the reason', async () => {
    server.fail({ kind: 'status', status: 503, headers: quick }, 2);
    const { outcome, retries, texts } = await runCompletion(server.baseUrl, { maxRetries: 2 });
    expect(outcome.error).toBeNull();
    expect(texts[0]).toContain('Hello');
    expect(retries.map(({ attempt, maxAttempts, error }) => [attempt, maxAttempts, error.code])).toEqual([
      [1, 2, 'api.server'],
      [2, 2, 'api.server'],
    ]);
  });

  it('end with the error of the last try', async () => {
    server.fail({ kind: 'status', status: 429, headers: { ...quick, 'retry-after': '7' } });
    const { outcome, retries } = await runCompletion(server.baseUrl, { maxRetries: 1 });
    expect(outcome.error).toMatchObject({
      code: 'api.rateLimited',
      detail: { status: 429, retryAfterSeconds: 1 },
    });
    expect(retries).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404])('are not made for %i', async (status) => {
    server.fail({ kind: 'status', status });
    const { retries } = await runCompletion(server.baseUrl, { maxRetries: 2 });
    expect(retries).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('are not made for an exhausted quota, which no waiting cures', async () => {
    server.fail({ kind: 'status', status: 429, code: 'insufficient_quota', headers: quick });
    const { outcome } = await runCompletion(server.baseUrl, { maxRetries: 2 });
    expect(outcome.error?.code).toBe('api.quota');
    expect(server.requests).toHaveLength(1);
  });

  it("are not made sooner than the server asks: a wait of minutes is the person's to decide on", async () => {
    server.fail({ kind: 'status', status: 429, headers: { 'retry-after': '90' } });
    const { outcome, retries } = await runCompletion(server.baseUrl, { maxRetries: 2 });
    expect(outcome.error).toMatchObject({ code: 'api.rateLimited', detail: { retryAfterSeconds: 90 } });
    expect(retries).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('are made when headers do not come in time, and end as a timeout', async () => {
    server.fail({ kind: 'slowHeaders' });
    const { outcome, retries } = await runCompletion(server.baseUrl, { maxRetries: 1, silenceMs: 80 });
    expect(outcome.error?.code).toBe('api.timeout');
    expect(retries.map(({ error }) => error.code)).toEqual(['api.timeout']);
  });
});

describe('a refused parameter', () => {
  it('is left out once and told', async () => {
    server.fail({ kind: 'status', status: 400, message: "Unknown parameter: 'stream_options'." }, 1);
    const { outcome, dropped } = await runCompletion(server.baseUrl);
    expect(outcome.error).toBeNull();
    expect(dropped).toEqual(['stream_options']);
    expect(server.requests.map(({ body }) => 'stream_options' in Object(body))).toEqual([true, false]);
  });

  it('does not loop when the server keeps refusing', async () => {
    server.fail({
      kind: 'status',
      status: 400,
      message: "Unsupported parameter: 'temperature'",
      param: 'temperature',
    });
    const { outcome } = await runCompletion(server.baseUrl, { params: { temperature: 1 } });
    expect(outcome.error).toMatchObject({
      code: 'api.unsupportedParameter',
      detail: { parameter: 'temperature' },
    });
    expect(server.requests).toHaveLength(2);
  });
});

describe('connections that fail, over Node’s fetch', () => {
  const codeAt = async (baseUrl: string) => (await runCompletion(baseUrl)).outcome.error?.code;

  it('refused', async () => {
    const closed = await startFaultServer();
    await closed.close();
    expect(await codeAt(closed.baseUrl)).toBe('api.refused');
  });
  it('no such host', async () => {
    expect(await codeAt('http://no-such-host.invalid/v1')).toBe('api.dns');
  });
  it('dropped before the headers', async () => {
    server.fail({ kind: 'resetAtOnce' });
    expect(await codeAt(server.baseUrl)).toBe('api.network');
  });
  it('TLS spoken to a server without it', async () => {
    expect(await codeAt(server.baseUrl.replace('http:', 'https:'))).toBe('api.tls');
  });
});

describe('testConnection', () => {
  const endpoint = () =>
    ({ id: 'x', kind: 'compatible', baseUrl: server.baseUrl, apiVersion: null, apiKey: TEST_KEY }) as const;

  it('counts the models', async () => {
    expect(await testConnection(endpoint(), { fetch, silenceMs: 1000 })).toMatchObject({ modelCount: 1 });
  });

  it.each([
    [{ kind: 'status', status: 401 }, 'api.unauthorized'],
    [{ kind: 'status', status: 404 }, 'api.notFound'],
    [{ kind: 'raw', text: '<html>router login</html>', contentType: 'text/html' }, 'api.malformed'],
    [{ kind: 'raw', text: '{"hello":1}', contentType: 'application/json' }, 'api.malformed'],
    [{ kind: 'raw', text: 'not json', contentType: 'application/json' }, 'api.malformed'],
    [{ kind: 'slowHeaders' }, 'api.timeout'],
  ] as const)('%j is told as %s, after one try', async (fault, code) => {
    server.fail(fault);
    await expect(testConnection(endpoint(), { fetch, silenceMs: 1000 })).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  });
});

describe('findLocalServers', () => {
  it('finds what lists models, and neither a web page nor a closed port', async () => {
    const { findLocalServers } = await import('../../../main/endpoints/find-local');
    const portOf = async (answer: string) => {
      const found = createServer((_, response) => response.end(answer));
      await new Promise<void>((resolve) => found.listen(0, '127.0.0.1', resolve));
      const address = found.address();
      return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, found };
    };
    const good = await portOf('{"object":"list","data":[{"id":"llama3"},{"id":"qwen"}]}');
    const page = await portOf('<html></html>');
    const gone = await portOf('');
    gone.found.close();
    const candidates = [
      { name: 'A', port: good.port },
      { name: 'B', port: page.port },
      { name: 'C', port: gone.port },
    ];
    expect(await findLocalServers(fetch, candidates)).toEqual([
      { name: 'A', baseUrl: `http://127.0.0.1:${good.port}/v1`, modelCount: 2 },
    ]);
    good.found.close();
    page.found.close();
  });
});
