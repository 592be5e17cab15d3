import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { completionUrl } from '../../../main/openai/request-url';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { runCompletion, TEST_KEY } from '../../support/run-completion';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer({ reply: () => 'Hi' });
});
afterEach(() => server.fail(null));
afterAll(() => server.close());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('what is noted of a request', () => {
  it('is what the server got: URL, body, headers; no character of the key', async () => {
    const { outcome } = await runCompletion(server.baseUrl);
    const got = server.requests.at(-1);
    const { sent } = outcome;
    expect(sent?.digest).toBe(sha256(got?.text ?? ''));
    expect(JSON.stringify({ ...sent?.body, messages: [{ role: 'user', content: 'SECRET PROMPT' }] })).toBe(
      got?.text,
    );
    expect(sent?.tries).toBe(1);
    for (const [name, value] of sent?.headers ?? [])
      if (name !== 'authorization') expect(got?.headers[name]).toBe(value);
    expect(sent?.headers).toContainEqual(['authorization', 'Bearer …']);
    expect(JSON.stringify(outcome.sent)).not.toContain(TEST_KEY.slice(0, 8));
    expect(JSON.stringify(outcome.sent)).not.toContain('SECRET PROMPT');
    expect(outcome.received?.status).toBe(200);
    expect(outcome.headersMs).toBeLessThanOrEqual(outcome.totalMs);
  });

  it('counts every try: two retries, then the one that was answered', async () => {
    server.fail({ kind: 'status', status: 500, headers: { 'retry-after-ms': '1' } }, 2);
    const { outcome } = await runCompletion(server.baseUrl, { maxRetries: 2 });
    expect(outcome.sent?.tries).toBe(3);
    expect(outcome.received?.status).toBe(200);
  });

  it('is the last try and its refusal when all failed, with the id to quote', async () => {
    server.fail({ kind: 'status', status: 403, headers: { 'x-request-id': 'req_refused' } });
    const { outcome } = await runCompletion(server.baseUrl);
    expect(outcome.received?.status).toBe(403);
    expect(outcome.requestId).toBe('req_refused');
    expect(outcome.error?.code).toBe('api.forbidden');
  });

  it('holds no answer where none came, also when an earlier try had one', async () => {
    server.fail({ kind: 'resetAtOnce' });
    const { outcome } = await runCompletion(server.baseUrl);
    expect(outcome).toMatchObject({ received: null, headersMs: null, sent: { tries: 1 } });
  });

  it.each([
    ['compatible', '', null],
    ['azure', '', '2024-10-21'],
    ['azure', '', null],
    ['azure', '/openai/deployments/own', '2024-10-21'],
  ] as const)('has the URL that was planned (%s%s, %s)', async (kind, path, apiVersion) => {
    server.fail({ kind: 'noDone' }, 1);
    const baseUrl = `${server.baseUrl}${path}`;
    const { outcome } = await runCompletion(baseUrl, { kind, apiVersion });
    const planned = completionUrl({ id: 'x', kind, baseUrl, apiVersion, apiKey: TEST_KEY }, 'test-model');
    expect(outcome.sent?.url).toBe(planned);
    expect(planned).toBe(server.baseUrl + (server.requests.at(-1)?.path ?? ''));
  });

  it('strikes out a key that the server echoes, and leaves cookies out', async () => {
    const echo = createServer((request, response) => {
      response.writeHead(401, {
        'content-type': 'application/json',
        'x-request-id': `for ${request.headers.authorization}`,
        'set-cookie': 'session=secret',
      });
      response.end('{}');
    });
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', () => resolve()));
    const { port } = echo.address() as AddressInfo;
    const { outcome } = await runCompletion(`http://127.0.0.1:${port}/v1`);
    echo.close();
    expect(outcome.received?.status).toBe(401);
    expect(JSON.stringify(outcome)).not.toContain(TEST_KEY.slice(-12));
    expect(JSON.stringify(outcome)).not.toContain('session=secret');
  });
});
