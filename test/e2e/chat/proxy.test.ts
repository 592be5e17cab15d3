import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { answered, ask, assistantMessages, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

interface SeenRequest {
  readonly url: string;
  readonly authorization: string | undefined;
}

/** An HTTP proxy that answers every completion itself; with `credentials` it insists on them first. */
const startProxy = async (credentials: string | null) => {
  const seen: SeenRequest[] = [];
  const expected = credentials === null ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server = createServer((request, response) => {
    const authorization = request.headers['proxy-authorization'];
    seen.push({ url: request.url ?? '', authorization });
    if (authorization !== expected) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="proxy"' }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const delta = { index: 0, delta: { content: 'Through the proxy' }, finish_reason: 'stop' };
    response.end(`data: ${JSON.stringify({ choices: [delta] })}\n\ndata: [DONE]\n\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, seen, close: () => server.close() };
};

const SERVER = 'http://api.invalid/v1';

test('HTTP_PROXY is respected', async ({ launch }) => {
  const proxy = await startProxy(null);
  const { page } = await launch({ env: { HTTP_PROXY: `http://${proxy.host}` } });
  await saveServer(page, SERVER);
  await ask(page, 'Hello');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('Through the proxy');
  expect(proxy.seen.at(-1)?.url).toBe('http://api.invalid/v1/chat/completions');
  proxy.close();
});

test('a proxy with a password is given it, and nobody else', async ({ launch }) => {
  const proxy = await startProxy('me:p@ss');
  const { page } = await launch({ env: { HTTP_PROXY: `http://me:p%40ss@${proxy.host}` } });
  await saveServer(page, SERVER);
  await ask(page, 'Hello');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('Through the proxy');
  proxy.close();
});
