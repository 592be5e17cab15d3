import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { answered, ask, assistantMessages, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

/** An HTTP proxy that answers every completion itself, or insists on a password first. */
const startProxy = async (wantsPassword: boolean) => {
  const urls: string[] = [];
  const server = createServer((request, response) => {
    urls.push(request.url ?? '');
    if (wantsPassword) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="proxy"' }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const choice = { index: 0, delta: { content: 'Through the proxy' }, finish_reason: 'stop' };
    response.end(`data: ${JSON.stringify({ choices: [choice] })}\n\ndata: [DONE]\n\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, urls, close: () => server.close() };
};

const SERVER = 'http://api.invalid/v1';

test('HTTP_PROXY is respected', async ({ launch }) => {
  const proxy = await startProxy(false);
  const { page } = await launch({ env: { HTTP_PROXY: proxy.url } });
  await saveServer(page, SERVER);
  await ask(page, 'Hello');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('Through the proxy');
  expect(proxy.urls).toContain('http://api.invalid/v1/chat/completions');
  proxy.close();
});

test('a proxy that wants a password is named as what refused', async ({ launch }) => {
  const proxy = await startProxy(true);
  const { page } = await launch({ env: { HTTP_PROXY: proxy.url } });
  await saveServer(page, SERVER);
  await ask(page, 'Hello');
  await answered(page, 'failed');
  await expect(assistantMessages(page).getByRole('alert')).toContainText(/proxy/i);
  proxy.close();
});
