import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { streamOf } from '../../support/sse';
import { answered, ask, assistantMessages, closeSettings, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

test('Azure OpenAI is spoken to in its own way: deployment in the path, api-version, api-key header', async ({
  launch,
}) => {
  const seen: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    if (request.method === 'GET')
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'my-deployment' }] }));
    else
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end(streamOf([{ content: 'From Azure' }], 'stop'));
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
