import { request as httpRequest } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../../main/demo/demo-server';
import { testConnection } from '../../../main/endpoints/test-connection';
import { runCompletion } from '../../support/run-completion';
import { endpointAt } from '../../support/turn-bench';

const demo = await startDemoServer({ tokensPerSecond: 5000 });
afterAll(() => demo.close());

const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    httpRequest(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });

describe('the door', () => {
  const models = `${demo.baseUrl}/models`;
  it('is shut to web pages, by Origin and by a host name that points to loopback', async () => {
    expect(await statusOf(models, { origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf(models, { host: 'evil.example' })).toBe(403);
    expect(await statusOf(models, {})).toBe(200);
  });
  it('is shut without the secret path', async () => {
    expect(await statusOf(`${new URL(models).origin}/v1/models`, {})).toBe(403);
  });
});

it('lists its one model', async () => {
  expect(await testConnection(endpointAt(demo.baseUrl), { fetch, silenceMs: 1000 })).toMatchObject({
    modelCount: 1,
  });
});

it('answers through the real client, and echoes no key', async () => {
  const { outcome, texts } = await runCompletion(demo.baseUrl, { params: { n: 2, temperature: 0.5 } });
  expect(outcome.error).toBeNull();
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain('SECRET PROMPT');
  expect(texts[1]).toContain('answer 2 of 2');
  expect(texts.join()).not.toContain('THISKEY');
});

it('answers a request that is none with an error, not with silence', async () => {
  const response = await fetch(`${demo.baseUrl}/chat/completions`, {
    method: 'POST',
    body: '{"messages":1}',
  });
  expect(response.status).toBe(400);
});
