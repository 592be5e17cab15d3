import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { FaultServer } from '../../support/fault-server';
import { startFaultServer } from '../../support/fault-server';
import { runCompletion, TEST_KEY } from '../../support/run-completion';

const REPLY = 'Hello **world**, 你好，世界 👋🏽';
const server: FaultServer = await startFaultServer({ reply: () => REPLY });

afterEach(() => server.fail(null));

const chunk = (delta: object, finish: string | null = null): string =>
  JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] });

describe('a whole reply', () => {
  it('brings text, finish reason, usage, model, fingerprint, request id and timings', async () => {
    const { outcome, texts } = await runCompletion(server.baseUrl);
    expect(texts).toEqual([REPLY]);
    expect(outcome).toMatchObject({
      error: null,
      model: 'test-model',
      systemFingerprint: 'fp_parlance_demo',
    });
    expect(outcome.requestId).toMatch(/^req_/);
    expect(outcome.choices.get(0)?.finishReason).toBe('stop');
    expect(outcome.choices.get(0)?.firstTokenMs).toBeLessThanOrEqual(outcome.totalMs);
    expect(outcome.usage?.totalTokens).toBe(
      (outcome.usage?.promptTokens ?? 0) + (outcome.usage?.completionTokens ?? 0),
    );
  });

  it('keeps n answers apart', async () => {
    const several = await startFaultServer({ reply: (_, index) => `answer ${index} ${'x'.repeat(50)}` });
    const { texts } = await runCompletion(several.baseUrl, { params: { n: 3 } });
    expect(texts).toEqual([0, 1, 2].map((index) => `answer ${index} ${'x'.repeat(50)}`));
    await several.close();
  });

  it('says "length" when the bound on tokens cut it', async () => {
    const { outcome } = await runCompletion(server.baseUrl, { params: { maxTokens: 2 } });
    expect(outcome.choices.get(0)?.finishReason).toBe('length');
    expect(outcome.error).toBeNull();
  });
});

it('a reply that said [DONE] leaves its connection to the next request', async () => {
  const exchanges: { readonly request: IncomingMessage; readonly response: ServerResponse }[] = [];
  const ending = createServer((request, response) => {
    exchanges.push({ request: request.resume(), response });
    response.write(`data: ${chunk({ content: 'ok' }, 'stop')}\n\ndata: [DONE]\n\n`);
  });
  ending.listen(0, '127.0.0.1');
  await once(ending, 'listening');
  const address = ending.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const usesTheLast = async () => {
    const last = exchanges.at(-1)?.request.socket;
    await runCompletion(`http://127.0.0.1:${port}/v1`);
    // The end comes in a packet of its own, as servers send it.
    exchanges.at(-1)?.response.end();
    return exchanges.at(-1)?.request.socket === last;
  };
  await expect.poll(usesTheLast).toBe(true);
  ending.closeAllConnections();
  ending.close();
});

describe('unusual but right streams', () => {
  it.each([1, 2, 3, 7])('survives packets of %i bytes, which split characters and lines', async (size) => {
    server.fail({ kind: 'split', size });
    expect((await runCompletion(server.baseUrl)).texts).toEqual([REPLY]);
  });

  it('takes CRLF line ends split across packets', async () => {
    server.fail({ kind: 'split', size: 3, lineEnd: '\r\n' });
    const { texts, outcome } = await runCompletion(server.baseUrl);
    expect(texts).toEqual([REPLY]);
    expect(outcome.error).toBeNull();
  });

  it('needs no [DONE] when every choice gave a finish reason', async () => {
    server.fail({ kind: 'noDone' });
    const { outcome, texts } = await runCompletion(server.baseUrl);
    expect(outcome.error).toBeNull();
    expect(texts).toEqual([REPLY]);
  });

  it.each([
    [
      'no space after data:, no role, null content',
      `data:${chunk({ content: null })}\n\ndata:${chunk({ content: 'ok' }, 'stop')}\n\ndata:[DONE]\n\n`,
    ],
    [
      'comments and empty choices',
      `: hi\n\ndata: {"choices":[]}\n\ndata: ${chunk({ content: 'ok' })}\n\ndata: [DONE]\n\n`,
    ],
    [
      'a choice that is none, blank data, fields without a meaning',
      `data: {"choices":[null]}\n\ndata:\n\nid: 7\nretry: soon\nx: y\ndata: ${chunk({ content: 'ok' }, 'stop')}\n\n`,
    ],
    ['bare carriage returns', `data: ${chunk({ content: 'ok' }, 'stop')}\r\rdata: [DONE]\r\r`],
    [
      'data of several lines',
      `data: {"choices":\ndata: [{"delta":{"content":"ok"},"finish_reason":"stop"}]}\n\n`,
    ],
    [
      'what follows [DONE]',
      `data: ${chunk({ content: 'ok' })}\n\ndata: [DONE]\n\ndata: ${chunk({ content: 'no' })}\n\n`,
    ],
    ['a finish reason and then half of [DONE]', `data: ${chunk({ content: 'ok' }, 'stop')}\n\ndata: [DO`],
    ['a last event without a blank line', `data: ${chunk({ content: 'ok' }, 'stop')}`],
    ['no index', 'data: {"choices":[{"delta":{"content":"ok"},"finish_reason":"stop"}]}\n\n'],
    ['content as parts', `data: ${chunk({ content: [{ type: 'text', text: 'ok' }] }, 'stop')}\n\n`],
    ['a refusal', `data: ${chunk({ refusal: 'ok' }, 'stop')}\n\n`],
    ['a byte order mark', `\u{feff}data: ${chunk({ content: 'ok' }, 'stop')}\n\n`],
    [
      'JSON, the wish to stream ignored',
      '{"choices":[{"index":0,"message":{"role":"assistant","content":"ok"},"finish_reason":"stop"}]}',
    ],
  ])('takes %s', async (_, text) => {
    server.fail({ kind: 'raw', text, contentType: 'text/event-stream' });
    const { outcome, texts } = await runCompletion(server.baseUrl);
    expect(outcome.error).toBeNull();
    expect(texts).toEqual(['ok']);
  });

  it('does not take a reply that quotes [DONE] for its end', async () => {
    server.fail({
      kind: 'raw',
      text: `data: ${chunk({ content: '\ndata: [DONE]\n\n' })}\n\n`,
      contentType: 'x',
    });
    expect((await runCompletion(server.baseUrl)).outcome.error?.code).toBe('api.cut');
  });

  it('does not give up while keep-alive comments come', async () => {
    server.fail({ kind: 'keepAlive', everyMs: 50, times: 50 });
    const { outcome, texts } = await runCompletion(server.baseUrl, { silenceMs: 2000 });
    expect(outcome.error).toBeNull();
    expect(texts).toEqual([REPLY]);
  });
});

describe('broken streams keep what came', () => {
  it.each([
    [{ kind: 'close', after: 4 }, 'api.cut'],
    [{ kind: 'reset', after: 4 }, 'api.cut'],
    [{ kind: 'end', after: 4 }, 'api.cut'],
    [{ kind: 'endInLine', after: 4 }, 'api.cut'],
    [{ kind: 'insert', after: 4, text: 'data: {"choices":[{"delta"\n\n' }, 'api.malformed'],
    [
      {
        kind: 'insert',
        after: 4,
        text: 'data: {"error":{"message":"overloaded","type":"server_error"}}\n\n',
      },
      'api.server',
    ],
    [
      { kind: 'insert', after: 4, text: 'event: error\ndata: {"message":"slow down","code":429}\n\n' },
      'api.rateLimited',
    ],
    [{ kind: 'insert', after: 4, text: 'event: error\ndata: null\n\n' }, 'api.server'],
  ] as const)('%j ends as %s', async (fault, code) => {
    server.fail(fault);
    const { outcome, texts } = await runCompletion(server.baseUrl);
    expect(outcome.error?.code).toBe(code);
    expect(texts[0]).not.toBe('');
    expect(REPLY.startsWith(texts[0] ?? '?')).toBe(true);
    expect(outcome.model).toBe('test-model');
  });

  it('a server that falls silent is given up, and its connection closed', async () => {
    server.fail({ kind: 'stall', after: 4 });
    const gone = server.clientGone();
    const { outcome, texts } = await runCompletion(server.baseUrl, { silenceMs: 1000 });
    expect(outcome.error).toMatchObject({ code: 'api.silence', detail: { seconds: 1 } });
    expect(REPLY.startsWith(texts[0] ?? '?')).toBe(true);
    await gone;
  });

  it('one line without end is stopped, not stored', async () => {
    server.fail({ kind: 'hugeLine' });
    const gone = server.clientGone();
    expect((await runCompletion(server.baseUrl)).outcome.error?.code).toBe('api.tooLong');
    await gone;
  });

  it('a reply without end is stopped at 16 million characters', async () => {
    server.fail({ kind: 'flood' });
    const gone = server.clientGone();
    const { outcome, texts } = await runCompletion(server.baseUrl);
    expect(outcome.error?.code).toBe('api.tooLong');
    expect(texts[0]?.length).toBeLessThanOrEqual(4_000_000);
    await gone;
  });
});

describe('answers that are no stream', () => {
  it.each([
    ['a web page', '<!doctype html><title>hi</title>', 'api.malformed'],
    ['other JSON', '{"hello":"world"}', 'api.malformed'],
    ['nothing', '', 'api.cut'],
    ['[DONE] alone', 'data: [DONE]\n\n', 'api.malformed'],
    ['a JSON error with status 200', '{"error":{"message":"no","code":"insufficient_quota"}}', 'api.quota'],
  ])('%s is told apart', async (_, text, code) => {
    server.fail({ kind: 'raw', text, contentType: 'text/html' });
    expect((await runCompletion(server.baseUrl)).outcome.error?.code).toBe(code);
  });
});

describe('stop', () => {
  it('in mid-stream ends at once, keeps the text, is no error, and closes the connection', async () => {
    server.fail({ kind: 'stall', after: 4 });
    const stop = new AbortController();
    const gone = server.clientGone();
    const { outcome, texts } = await runCompletion(server.baseUrl, {
      signal: stop.signal,
      onText: () => stop.abort('stopped'),
    });
    expect(outcome.error).toBeNull();
    expect(texts[0]).not.toBe('');
    await gone;
  });

  it('before the first byte is no error either', async () => {
    server.fail({ kind: 'slowHeaders' });
    const stop = new AbortController();
    const run = runCompletion(server.baseUrl, { signal: stop.signal, maxRetries: 2 });
    await expect.poll(() => server.requests.length).toBeGreaterThan(0);
    stop.abort('stopped');
    const { outcome, retries } = await run;
    expect(outcome.error).toBeNull();
    expect(retries).toEqual([]);
  });
});

it('no outcome holds the key, even when the server echoes it everywhere', async () => {
  const message = `bad key ${TEST_KEY}`;
  server.fail({ kind: 'status', status: 401, message, code: TEST_KEY, param: TEST_KEY });
  const first = await runCompletion(server.baseUrl);
  server.fail({ kind: 'insert', after: 1, text: `data: {"error":{"message":"${message}"}}\n\n` });
  const second = await runCompletion(server.baseUrl);
  expect(JSON.stringify([first, second])).not.toContain('THISKEY');
});
