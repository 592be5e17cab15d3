import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, type Locator, type Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { answered, ask, closeSettings, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const check = async (page: Page): Promise<Locator> => {
  const dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'Check step by step' }).click();
  const list = dialog.getByRole('list', { name: 'Connection check' });
  await expect(list.getByRole('listitem')).toHaveCount(7);
  return list;
};

const states = (list: Locator): Promise<readonly (string | null)[]> =>
  list.getByRole('listitem').evaluateAll((items) => items.map((item) => item.getAttribute('data-state')));

test('a connection that works is shown link by link, and the list of servers says who was contacted and why', async ({
  launch,
  server,
}) => {
  server.offer(['gpt-4o']);
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl, 'sk-test-check-0123456789');
  await ask(page, 'Hello');
  await answered(page);
  const list = await check(page);
  expect(await states(list)).toEqual(['none', 'ok', 'ok', 'none', 'ok', 'ok', 'ok']);
  const { hostname, host } = new URL(server.baseUrl);
  await expect(list).toContainText(`${hostname} was found.`);
  await expect(list).toContainText(`${host} answers.`);
  await expect(list).toContainText('gpt-4o is listed.');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: 'Show where Parlance connected to' }).click();
  const contacts = dialog.getByRole('region', { name: 'Servers contacted' });
  const { origin } = new URL(server.baseUrl);
  for (const why of ['replies', 'list of models', 'connection test']) {
    await expect(contacts.getByRole('row', { name: new RegExp(`${origin} ${why} \\d`) })).toBeVisible();
  }
  await checkEverywhere(page);
});

test('each broken link is named as what it is: name, connection, address, key, model', async ({
  launch,
  server,
}) => {
  server.offer(['some-model']);
  const { page } = await launch();
  const failing = async (baseUrl: string) => {
    await saveServer(page, baseUrl, 'sk-test-check-0123456789');
    const list = await check(page);
    const failed = list.locator('[data-state=failed]');
    await expect(failed).toHaveCount(1);
    const text = await failed.innerText();
    await closeSettings(page);
    return text;
  };
  expect(await failing('http://no-such-host.invalid/v1')).toContain('Name lookup:');
  expect(await failing('http://127.0.0.1:1/v1')).toContain('Connection:');
  server.fail({ kind: 'status', status: 404, message: 'No such path.' });
  expect(await failing(server.baseUrl)).toContain('API address:');
  server.fail({ kind: 'status', status: 401, message: 'No.' });
  expect(await failing(server.baseUrl)).toContain('Key:');
});

test('a proxy is named with its address; one that is not there is the broken link', async ({
  launch,
  server,
}) => {
  const { page } = await launch({ env: { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '<-loopback>' } });
  await saveServer(page, server.baseUrl.replace('127.0.0.1', 'api.invalid'));
  const list = await check(page);
  expect(await states(list)).toEqual([
    'failed',
    'none',
    'notReached',
    'none',
    'notReached',
    'none',
    'notReached',
  ]);
});

test('a certificate that nobody vouches for is the broken link, and nothing was sent through it', async ({
  launch,
}) => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  let asked = 0;
  const server = createHttpsServer({ key, cert }, (_request, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { page } = await launch();
  await saveServer(
    page,
    `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    'sk-test-check-0123456789',
  );
  const list = await check(page);
  expect((await states(list)).slice(0, 4)).toEqual(['none', 'ok', 'ok', 'failed']);
  expect(asked).toBe(0);
  server.close();
});
