import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { closeSettings, saveServer } from '../e2e/support/drive';
import { test } from '../e2e/support/fixtures';
import { checkConnection, setProxy } from '../e2e/support/network';
import { makeCertificate } from '../support/certificate';
import type { Fault } from '../support/faults';
import { startNamed } from '../support/named-server';
import { startHttpProxy } from '../support/proxies';
import { shootAll } from './looks';

const KEY = 'sk-test-check-0123456789';
const ME = { user: 'someone', password: 'pass:word-0123456789' };

const shootCheck = async (page: Page, name: string): Promise<void> => {
  const list = await checkConnection(page);
  await list.scrollIntoViewIfNeeded();
  await shootAll(page, `check-${name}`, page.locator('section', { has: page.locator('li[data-state]') }));
  await closeSettings(page);
};

const faults: Readonly<Record<string, Fault>> = {
  '401': { kind: 'status', status: 401, message: 'Incorrect API key provided.' },
  '403': { kind: 'status', status: 403, message: 'Country, region, or territory not supported.' },
  '404': { kind: 'status', status: 404, message: 'Not found.' },
  '429': {
    kind: 'status',
    status: 429,
    message: 'You exceeded your current quota.',
    code: 'insufficient_quota',
  },
  '500': { kind: 'status', status: 500, message: 'The server had an error.' },
  reset: { kind: 'resetAtOnce' },
  timeout: { kind: 'slowHeaders' },
};

test('the connection check, when all is well and when the server refuses', async ({ launch, server }) => {
  server.offer(['gpt-4o-mini']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl, KEY);
  await shootCheck(page, 'ok');
  for (const [name, fault] of Object.entries(faults)) {
    server.fail(fault);
    await shootCheck(page, name);
    server.fail(null);
  }
  server.offer(['another-model']);
  await shootCheck(page, 'model');
});

test('the connection check, when the way to the server is broken', async ({ launch, server }) => {
  const { page } = await launch();
  const named = await startNamed('api.invalid', server.baseUrl);
  await saveServer(page, 'http://no-such-host.invalid/v1', KEY);
  await shootCheck(page, 'name');
  await saveServer(page, 'http://127.0.0.1:1/v1', KEY);
  await shootCheck(page, 'refused');
  await saveServer(page, named.baseUrl, KEY);
  await setProxy(page, { proxy: 'http://127.0.0.1:1' });
  await shootCheck(page, 'proxy-refused');
  const proxy = await startHttpProxy({ wants: ME });
  await setProxy(page, { proxy: `http://${proxy.place}` });
  await shootCheck(page, 'proxy-asks');
  await setProxy(page, { proxy: `http://${proxy.place}`, user: ME.user, password: 'wrong-0123456789' });
  await shootCheck(page, 'proxy-password');
  await setProxy(page, { proxy: `http://${proxy.place}`, ...ME });
  await shootCheck(page, 'proxy-ok');
  await proxy.close();
  await named.close();
});

test('the connection check, when nobody vouches for the certificate', async ({ launch }) => {
  const server = createServer(await makeCertificate(), (_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { page } = await launch();
  await saveServer(page, `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, KEY);
  await shootCheck(page, 'certificate');
  server.close();
});

test('what is new after an update', async ({ launch }) => {
  const first = await launch();
  await first.page.waitForFunction(() => localStorage.getItem('parlance:version') !== null);
  await first.page.evaluate(() => localStorage.setItem('parlance:version', '0.0.9'));
  await first.app.close();
  const { page } = await launch();
  await expect(page.getByText(/Parlance was updated to/)).toBeVisible();
  await shootAll(page, 'updated');
  await page.getByRole('button', { name: 'What’s new' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await shootAll(page, 'whats-new');
});
