import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLedger } from '../../../main/network/ledger';
import { createSignal } from '../../../main/storage/signal';

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.write('first part, ');
    setImmediate(() => response.end('zweiter Teil: äöü'));
  });
});
let origin = '';

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

it('counts the bytes of both bodies, not the letters, and passes the response on whole', async () => {
  let clock = 0;
  const ledger = createLedger(() => ++clock);
  const post = ledger.noting(fetch, 'reply');
  for (const body of ['Grüße', '你好']) {
    const response = await post(`${origin}/v1/chat/completions`, { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('first part, zweiter Teil: äöü');
  }
  await (await ledger.noting(fetch, 'models')(`${origin}/v1/models`)).text();
  const received = Buffer.byteLength('first part, zweiter Teil: äöü');
  expect(ledger.contacts()).toEqual([
    {
      origin,
      purpose: 'models',
      requests: 1,
      failures: 0,
      sentBytes: 0,
      receivedBytes: received,
      via: '',
      lastAt: clock,
    },
    expect.objectContaining({
      purpose: 'reply',
      requests: 2,
      sentBytes: Buffer.byteLength('Grüße') + Buffer.byteLength('你好'),
      receivedBytes: 2 * received,
    }),
  ]);
});

it('notes a server that does not answer: it was tried to be contacted', async () => {
  const ledger = createLedger();
  await expect(ledger.noting(fetch, 'test')('http://127.0.0.1:1/v1/models')).rejects.toThrow();
  expect(ledger.contacts()).toMatchObject([{ origin: 'http://127.0.0.1:1', requests: 1, failures: 1 }]);
});

it('cancels the server’s response when the reader leaves: Stop must stop', async () => {
  const left = createSignal<null>();
  const isLeft = new Promise((resolve) => left.on(resolve));
  const endless = createServer((_request, response) => {
    const timer = setInterval(() => response.write('word '), 5);
    response.on('close', () => {
      clearInterval(timer);
      left.emit(null);
    });
  });
  await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
  const { port } = endless.address() as AddressInfo;
  const response = await createLedger().noting(fetch, 'reply')(`http://127.0.0.1:${port}/`);
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await isLeft;
  endless.closeAllConnections();
  await new Promise((resolve) => endless.close(resolve));
});

it('notes the proxy that led to a server: it was contacted too', async () => {
  const ledger = createLedger();
  const route = Promise.resolve('PROXY proxy.example:3128; DIRECT');
  await ledger.noting(
    async () => new Response('x'),
    'reply',
    () => route,
  )('https://api.example/v1');
  await route;
  expect(ledger.contacts()).toMatchObject([
    { origin: 'https://api.example', requests: 1, via: 'PROXY proxy.example:3128' },
  ]);
});
