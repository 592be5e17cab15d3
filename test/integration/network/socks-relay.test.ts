import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo, connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openSocksRelay, type SocksRelay } from '../../../main/network/socks-relay';
import { startSocksProxy, type TestProxy } from '../../support/proxies';

const ME = { user: 'me', password: 'secret' };
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const startServer = async (): Promise<string> => {
  const server = createServer((incoming, answer) => {
    answer.end(JSON.stringify({ path: incoming.url, headers: incoming.headers }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return String((server.address() as AddressInfo).port);
};

const open = async (known: typeof ME | null = ME): Promise<{ proxy: TestProxy; relay: SocksRelay }> => {
  const proxy = await startSocksProxy(ME);
  const [host = '', port] = proxy.place.split(':');
  const relay = await openSocksRelay({
    proxy: { host, port: Number(port) },
    credentials: async () => known,
  });
  closers.push(() => relay.close(), proxy.close);
  return { proxy, relay };
};

const authorization = ({ credentials: { user, password } }: SocksRelay): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const tunnel = async (relay: SocksRelay, target: string, token = authorization(relay)) => {
  const asking = request({
    port: relay.port,
    host: '127.0.0.1',
    method: 'CONNECT',
    path: target,
    headers: { 'proxy-authorization': token },
  });
  asking.end();
  const [answer, socket] = await once(asking, 'connect');
  return { status: answer.statusCode as number, socket: socket as ReturnType<typeof connect> };
};

it('passes a tunnel on, and the name as it is: the proxy looks it up', async () => {
  const port = await startServer();
  const { proxy, relay } = await open();
  const { status, socket } = await tunnel(relay, `api.invalid:${port}`);
  expect(status).toBe(200);
  socket.write('GET /here HTTP/1.1\r\nHost: api.invalid\r\nConnection: close\r\n\r\n');
  const bytes = await socket.toArray();
  expect(Buffer.concat(bytes).toString()).toContain('"path":"/here"');
  expect(proxy.asked).toEqual([`api.invalid:${port}`]);
});

it('passes a plain request on without what was meant for the relay', async () => {
  const port = await startServer();
  const { relay } = await open();
  const asking = request({
    port: relay.port,
    host: '127.0.0.1',
    path: `http://api.invalid:${port}/v1/models?x=1`,
    headers: { 'proxy-authorization': authorization(relay), authorization: 'Bearer key' },
  });
  asking.end();
  const [answer] = await once(asking, 'response');
  const seen = JSON.parse(Buffer.concat(await answer.toArray()).toString());
  expect(seen.path).toBe('/v1/models?x=1');
  expect(seen.headers.authorization).toBe('Bearer key');
  expect(Object.keys(seen.headers).filter((name) => name.startsWith('proxy-'))).toEqual([]);
});

it('lets in nobody but us: other programs of this computer may not use the proxy through it', async () => {
  const port = await startServer();
  const { proxy, relay } = await open();
  for (const token of ['', 'Basic cGFybGFuY2U6eA=='])
    expect((await tunnel(relay, `api.invalid:${port}`, token)).status).toBe(407);
  expect(proxy.asked).toEqual([]);
});

it.each([
  ['a wrong password', { ...ME, password: 'wrong' }, 'ERR_PROXY_AUTH_REFUSED'],
  ['a password that is not there', null, 'ERR_PROXY_AUTH_REQUESTED'],
] as const)('names %s', async (_what, known, problem) => {
  const { relay } = await open(known);
  expect((await tunnel(relay, 'api.invalid:443')).status).toBe(502);
  expect(relay.problemOf('api.invalid:443')).toBe(problem);
});

it('names a proxy that is gone, a server that refuses, and forgets it when it is there again', async () => {
  const { proxy, relay } = await open();
  const port = await startServer();
  expect((await tunnel(relay, 'api.invalid:1')).status).toBe(502);
  expect(relay.problemOf('api.invalid:1')).toBe('ERR_CONNECTION_REFUSED');
  expect((await tunnel(relay, `api.invalid:${port}`)).status).toBe(200);
  expect(relay.problemOf(`api.invalid:${port}`)).toBeNull();
  await proxy.close();
  expect((await tunnel(relay, `api.invalid:${port}`)).status).toBe(502);
  expect(relay.problemOf(`api.invalid:${port}`)).toBe('ERR_PROXY_CONNECTION_FAILED');
});

it('ends the connection to the proxy when the client leaves', async () => {
  const server = createServer();
  const gone = new Promise((resolve) => server.on('connection', (socket) => socket.on('close', resolve)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const { relay } = await open();
  const { socket } = await tunnel(relay, `api.invalid:${(server.address() as AddressInfo).port}`);
  socket.destroy();
  await gone;
});
