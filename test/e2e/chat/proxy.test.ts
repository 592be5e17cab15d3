import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { makeCertificate, trusting } from '../../support/certificate';
import { startNamed } from '../../support/named-server';
import { startHttpProxy, startSocksProxy } from '../../support/proxies';
import { answered, ask, assistantMessages, closeSettings, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { checkConnection, failedStep, setProxy } from '../support/network';
import { filesHolding } from '../support/profile-files';

declare const parlance: Bridge;

const KEY = 'sk-test-proxy-0123456789';
const ME = { user: 'someone', password: 'pass:word-0123456789' };

/** A name that only a proxy can find. */
const NAME = 'api.invalid';

const askAnew = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('button', { name: 'New chat' }).click();
  await ask(page, text);
};

const asksWell = async (page: Page, text: string): Promise<void> => {
  await askAnew(page, text);
  await answered(page);
  await expect(assistantMessages(page)).toContainText('Hello');
};

test('HTTP_PROXY with name and password is respected; one that is not known is told nothing', async ({
  launch,
  server,
}) => {
  const named = await startNamed(NAME, server.baseUrl);
  const proxy = await startHttpProxy({ wants: ME });
  const { user, password } = ME;
  const inUrl = `http://${user}:${encodeURIComponent(password)}@${proxy.place}`;
  const { page, app } = await launch({ env: { HTTP_PROXY: inUrl } });
  await saveServer(page, named.baseUrl);
  await asksWell(page, 'Hello');
  expect(proxy.asked).toContain(`${named.baseUrl}/chat/completions`);
  await app.close();
  const other = await launch({ env: { HTTP_PROXY: `http://${proxy.place}` } });
  await askAnew(other.page, 'Hello');
  await answered(other.page, 'failed');
  await expect(assistantMessages(other.page).getByRole('alert')).toContainText(
    'asks for a name and a password',
  );
  // Chosen and used in one breath, while the choice is still on its way to the disk.
  const second = await startHttpProxy({});
  await other.page.evaluate(async (url) => {
    const saving = parlance.request['network.saveProxy']({
      proxy: url,
      user: '',
      password: null,
      bypass: '',
    });
    await parlance.request['models.list']({ refresh: true });
    await saving;
  }, `http://${second.place}`);
  expect(second.asked).toContain(`${named.baseUrl}/models`);
  await Promise.all([proxy.close(), second.close(), named.close()]);
});

test('a proxy with a password leads to servers with and without TLS; it never sees the key, nor a server the password', async ({
  launch,
  server,
  profile,
}) => {
  const certificate = await makeCertificate(NAME);
  const [plain, secure] = [
    await startNamed(NAME, server.baseUrl),
    await startNamed(NAME, server.baseUrl, certificate),
  ];
  const proxy = await startHttpProxy({ wants: ME });
  const { page } = await launch({ args: [trusting(certificate)] });
  await saveServer(page, secure.baseUrl, KEY);
  await setProxy(page, { proxy: `http://${proxy.place}`, ...ME, password: 'wrong-0123456789' });
  expect(await failedStep(page)).toMatch(/^Proxy:.*refuses the name or the password/);
  await setProxy(page, { proxy: `http://${proxy.place}`, ...ME });
  await asksWell(page, 'Through a tunnel');
  expect(proxy.asked).toContain(secure.place);
  expect(proxy.seen()).not.toContain(KEY);
  expect(proxy.seen()).not.toContain('Through a tunnel');
  await saveServer(page, plain.baseUrl);
  await asksWell(page, 'In plain');
  for (const { headers } of server.requests) expect(headers).not.toHaveProperty('proxy-authorization');
  const list = await checkConnection(page);
  await expect(list).toContainText(`goes through PROXY ${proxy.place}.`);
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: 'Show where Parlance connected to' }).click();
  await expect(dialog.getByRole('region', { name: 'Servers contacted' })).toContainText(
    `through PROXY ${proxy.place}`,
  );
  await closeSettings(page);
  expect((await filesHolding(profile, ME.password)).holding).toEqual([]);
  expect(await page.content()).not.toContain(ME.password);
  await Promise.all([proxy.close(), plain.close(), secure.close()]);
});

test('a password goes to the proxy that it was typed for and to no other', async ({ launch, server }) => {
  const named = await startNamed(NAME, server.baseUrl);
  const [known, other] = [await startHttpProxy({ wants: ME }), await startHttpProxy({ wants: ME })];
  const { page } = await launch();
  await saveServer(page, named.baseUrl);
  const { user, password } = ME;
  // As it is pasted: with all of it in the URL.
  const dialog = await openSettings(page);
  await dialog
    .getByRole('textbox', { name: 'Proxy' })
    .fill(`http://${user}:${encodeURIComponent(password)}@${known.place}`);
  await dialog.getByRole('textbox', { name: 'User name' }).focus();
  await expect(dialog.getByRole('textbox', { name: 'Proxy' })).toHaveValue(`http://${known.place}`);
  await expect(dialog.getByRole('textbox', { name: 'User name' })).toHaveValue(user);
  await closeSettings(page);
  await asksWell(page, 'Hello');
  await setProxy(page, { proxy: `http://${other.place}`, user });
  await askAnew(page, 'Hello again');
  await answered(page, 'failed');
  expect(other.seen()).toContain(NAME);
  expect(other.seen().toLowerCase()).not.toContain('proxy-authorization');
  await Promise.all([known.close(), other.close(), named.close()]);
});

test('HTTPS and SOCKS5 proxies work, with a password too; a broken one is named', async ({
  launch,
  server,
}) => {
  const certificate = await makeCertificate(NAME);
  const [plain, secure] = [
    await startNamed(NAME, server.baseUrl),
    await startNamed(NAME, server.baseUrl, certificate),
  ];
  const https = await startHttpProxy({ wants: ME, certificate });
  const [open, closed] = [await startSocksProxy(), await startSocksProxy(ME)];
  const { page } = await launch({ args: [trusting(certificate)] });
  await saveServer(page, plain.baseUrl);
  await setProxy(page, { proxy: `https://${https.place}`, ...ME });
  await asksWell(page, 'https');
  await setProxy(page, { proxy: `socks5://${open.place}` });
  await asksWell(page, 'socks');
  expect(open.asked).toContain(plain.place);
  await setProxy(page, { proxy: `socks5://${closed.place}` });
  expect(await failedStep(page)).toMatch(/^Proxy:.*SOCKS/);
  await setProxy(page, { proxy: `socks5://${closed.place}`, ...ME, password: 'wrong-0123456789' });
  expect(await failedStep(page)).toMatch(/^Proxy:.*refuses the name or the password/);
  expect(closed.asked).toEqual([]);
  await setProxy(page, { proxy: `socks5://${closed.place}`, ...ME });
  await asksWell(page, 'socks with a password');
  await saveServer(page, secure.baseUrl);
  await asksWell(page, 'socks with a password and TLS');
  expect(closed.asked).toEqual(expect.arrayContaining([plain.place, secure.place]));
  await expect(await checkConnection(page)).toContainText(`goes through SOCKS5 ${closed.place}.`);
  await closeSettings(page);
  await closed.close();
  expect(await failedStep(page)).toMatch(/^Proxy:.*Nothing answers there/);
  await Promise.all([https.close(), open.close(), plain.close(), secure.close()]);
});

test('a PAC file says which proxy leads where; without it nothing is sent', async ({ launch, server }) => {
  const named = await startNamed(NAME, server.baseUrl);
  const proxy = await startHttpProxy({ wants: ME });
  let isThere = false;
  const files = createServer((_request, response) => {
    const script = `function FindProxyForURL(url, host) { return host === '${NAME}' ? 'PROXY ${proxy.place}' : 'DIRECT'; }`;
    response.writeHead(isThere ? 200 : 404).end(script);
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  const pac = `http://127.0.0.1:${(files.address() as AddressInfo).port}/proxy.pac`;
  const { page } = await launch();
  await saveServer(page, named.baseUrl);
  await setProxy(page, { proxy: pac, ...ME });
  expect(await failedStep(page)).toMatch(/^Proxy:.*PAC file cannot be loaded/);
  await askAnew(page, 'Not past it');
  await answered(page, 'failed');
  expect(server.requests).toEqual([]);
  isThere = true;
  await asksWell(page, 'By the file');
  expect(proxy.asked).toContain(`${named.baseUrl}/chat/completions`);
  await saveServer(page, server.baseUrl);
  await asksWell(page, 'On this computer');
  expect(proxy.asked.filter((url) => url.includes('127.0.0.1'))).toEqual([]);
  await new Promise((resolve) => files.close(resolve).closeAllConnections());
  await Promise.all([proxy.close(), named.close()]);
});
