import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { answered, ask, assistantMessages, closeSettings, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

/** Default ports of servers that people run on their own computer; any one that is free here will do. */
const LOCAL_PORTS = [11434, 1234, 1337, 5001, 8000, 8080];

const listenOnOneOf = async (server: Server, ports: readonly number[]): Promise<number> => {
  for (const port of ports) {
    const isOurs = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (isOurs) return port;
  }
  throw new Error('none of the usual ports is free');
};

const reply = (text: string): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`;

test('a server that runs on this computer is found on the first start and used with one click', async ({
  launch,
}) => {
  const server = createServer((request, response) => {
    if (request.url === '/v1/models')
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'llama-local' }] }));
    else response.writeHead(200, { 'content-type': 'text/event-stream' }).end(reply('From this computer'));
  });
  await listenOnOneOf(server, LOCAL_PORTS);
  const { page } = await launch();
  const use = page.getByRole('button', { name: /^Use / });
  await use.first().click();
  await expect(use).toHaveCount(0);
  await ask(page, 'Hello');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('From this computer');
  server.close();
});

test('Azure OpenAI is spoken to in its own way: deployment in the path, api-version, api-key header', async ({
  launch,
}) => {
  const seen: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    if (request.method === 'GET')
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'my-deployment' }] }));
    else response.writeHead(200, { 'content-type': 'text/event-stream' }).end(reply('From Azure'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { page } = await launch();
  const dialog = await openSettings(page);
  await dialog.getByRole('combobox', { name: 'Endpoint type' }).click();
  await page.getByRole('option', { name: 'Azure OpenAI' }).click();
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(`http://127.0.0.1:${port}`);
  await dialog.getByRole('textbox', { name: 'API version' }).fill('2024-10-21');
  await dialog.getByLabel('API key', { exact: true }).fill('azure-key-0123456789');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText(/ends in …6789/)).toBeVisible();
  await closeSettings(page);
  await page.getByRole('combobox', { name: 'Model' }).click();
  await page.getByRole('option', { name: /my-deployment/ }).click();
  await ask(page, 'Hello');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('From Azure');
  const asked = seen.find(({ url }) => url.includes('chat/completions'));
  expect(asked?.url).toBe('/openai/deployments/my-deployment/chat/completions?api-version=2024-10-21');
  expect(asked?.headers['api-key']).toBe('azure-key-0123456789');
  expect(asked?.headers.authorization).toBeUndefined();
  server.close();
});

test('the connection test tells what it found, or what to mend', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl, 'sk-test-0123456789');
  const dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByRole('status', { name: 'Connection' })).toContainText(
    /Connected in \d+ ms.*1 model/,
  );
  server.fail({ kind: 'status', status: 401, code: 'invalid_api_key' });
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByRole('status', { name: 'Connection' })).toContainText(/key/i);
});

test('a key is not handed to another address: changing the base URL asks for it again', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, 'http://127.0.0.1:9/v1', 'sk-for-the-first-server');
  const dialog = await openSettings(page);
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText(/ends in …/)).toBeHidden();
  await closeSettings(page);
  await ask(page, 'Hello');
  await answered(page);
  expect(server.requests.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
});
