import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect } from '@playwright/test';
import { FORMER_VERSION } from '../../scripts/test/packages/build-packages.mjs';
import { closeSettings } from '../e2e/support/drive';
import { chatOnce, expectChat } from '../e2e/support/kept-chat';
import { setProxy } from '../e2e/support/network';
import { startHttpProxy } from '../support/proxies';
import { test } from './support/fixtures';
import { desktopCommand } from './support/installed';
import { feedUrl, packageFile } from './support/packages';
import { give, isRoot, type Person } from './support/person';
import { confinementOfPage } from './support/sandbox';
import { debTool, makeRpmTool } from './support/system-packages';
import { checkNow, updatesSection } from './support/updates';

const APP_VERSION: string = JSON.parse(readFileSync('package.json', 'utf8')).version;
const COMMAND = '/usr/bin/parlance';

test.skip(process.platform !== 'linux', 'these packages are for Linux');
test.skip(!isRoot, 'only root can install packages');
// Each installs twice, starts twice and downloads a package.
test.setTimeout(180_000);

/** A stand-in for what asks for the administrator's password: writes down what it was asked to run, and ends with `code`. */
const layOutPkexec = (person: Person, code: number): string => {
  const folder = path.join(person.home, 'bin');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'pkexec');
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > ${person.home}/asked\nexit ${code}\n`);
  chmodSync(file, 0o755);
  give(person, folder);
  return folder;
};

/** Where updates come from as the installed app has it: a host that only a proxy knows. */
const moveFeed = (): string => {
  const file = '/opt/Parlance/resources/app-update.yml';
  const moved = feedUrl().replace('127.0.0.1', 'updates.invalid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(feedUrl(), moved));
  return moved;
};

const ME = { user: 'someone', password: 'pass:word-0123456789' };

/** Serves a PAC file that leads to a proxy; answers with what Settings take. */
const servePac = async (place: string) => {
  const script = `function FindProxyForURL(url, host) { return host === 'updates.invalid' ? 'PROXY ${place}' : 'DIRECT'; }`;
  const files = createServer((_request, response) => response.end(script));
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  const { port } = files.address() as AddressInfo;
  return {
    proxy: `http://127.0.0.1:${port}/proxy.pac`,
    close: () => void files.close().closeAllConnections(),
  };
};

/** Each kind of package, its tool, and how its proxy is found: by itself or by a PAC file. */
const KINDS = {
  deb: {
    makeTool: () => debTool,
    find: async (place: string) => ({ proxy: `http://${place}`, close: () => undefined }),
  },
  rpm: { makeTool: makeRpmTool, find: servePac },
};

for (const [kind, { makeTool, find }] of Object.entries(KINDS)) {
  const way = kind === 'deb' ? 'a proxy with a password' : 'the proxy of a PAC file, with a password';
  test(`a ${kind} goes through ${way} and asks for the administrator; refused, it stays and says so`, async ({
    open,
    person,
    feed,
    server,
  }) => {
    const proxy = await startHttpProxy({ wants: ME });
    const found = await find(proxy.place);
    const tool = makeTool();
    tool.install(packageFile('former', `.${kind}`));
    try {
      const source = moveFeed();
      feed.announce({});
      // Dismissed, as polkit's pkexec tells it.
      const folder = layOutPkexec(person, 126);
      const env = { PATH: `${folder}:${person.env.PATH}` };
      const former = await open(desktopCommand(), { env });
      await chatOnce(former.page, server);
      await setProxy(former.page, { proxy: found.proxy, ...ME, password: 'wrong-0123456789' });
      const refused = await updatesSection(former.page);
      await refused.getByRole('button', { name: 'Check now' }).click();
      await expect(refused.getByRole('alert')).toContainText('no usable answer');
      expect(feed.requests).toEqual([]);
      await closeSettings(former.page);
      await setProxy(former.page, { proxy: found.proxy, ...ME });
      const section = await checkNow(former.page, `Parlance ${APP_VERSION} is available`);
      await section.getByRole('button', { name: 'Download', exact: true }).click();
      await expect(section.getByText('administrator’s password')).toBeVisible({ timeout: 60_000 });
      expect(feed.requests.at(-1)?.path).toMatch(new RegExp(`\\.${kind}$`));
      expect(proxy.asked.filter((url) => !url.startsWith(source))).toEqual([]);
      await former.page.getByRole('button', { name: 'Show where Parlance connected to' }).click();
      const contacts = former.page.getByRole('region', { name: 'Servers contacted' });
      const led = contacts.getByRole('row', { name: /new versions of Parlance/ });
      await expect(led.filter({ hasText: new URL(source).origin })).toContainText(
        `through PROXY ${proxy.place}`,
      );

      await section.getByRole('button', { name: 'Restart and update' }).click();
      await expect(section.getByRole('alert')).toContainText('did not let the new version be installed');
      expect(tool.version()).toBe(FORMER_VERSION);
      const asked = readFileSync(path.join(person.home, 'asked'), 'utf8').trim().split('\n');
      expect(asked.slice(0, -1)).toEqual(tool.upgrade);
      expect(readFileSync(asked.at(-1) ?? '').equals(readFileSync(packageFile('now', `.${kind}`)))).toBe(
        true,
      );
      await former.quit();

      // What it would have run, run by who may.
      tool.runAsked(asked);
      expect(tool.version()).toBe(APP_VERSION);
      expect(realpathSync(COMMAND)).toBe('/opt/Parlance/parlance');
      const { page, pid } = await open([COMMAND]);
      expect(confinementOfPage(pid)).toMatchObject({ seccomp: '2', ownProcesses: true, ownNetwork: true });
      await expect((await updatesSection(page)).getByRole('status')).toContainText(
        `Parlance ${APP_VERSION}.`,
      );
      await page.keyboard.press('Escape');
      await expectChat(page);
    } finally {
      tool.remove();
      found.close();
      await proxy.close();
    }
    expect([COMMAND, '/opt/Parlance', '/usr/share/applications/parlance.desktop'].filter(existsSync)).toEqual(
      [],
    );
  });
}

test('an rpm says what it is, what it needs, and what is done with it', () => {
  const query = (...args: readonly string[]) =>
    execFileSync('rpm', ['--query', '--package', ...args, packageFile('now', '.rpm')], { encoding: 'utf8' });
  expect(query('--queryformat=%{NAME} %{VERSION} %{ARCH} %{LICENSE} %{URL}')).toBe(
    `parlance ${APP_VERSION} x86_64 MIT https://github.com/parlance-app/parlance`,
  );
  const needed = query('--requires').split('\n');
  expect(needed).toEqual(expect.arrayContaining(['gtk3', 'nss', 'libnotify', '(libXtst or libXtst6)']));
  const scripts = query('--scripts');
  expect(scripts).toContain("chmod 4755 '/opt/Parlance/chrome-sandbox'");
  expect(scripts).not.toContain('${');
  const files = query('--list').split('\n');
  expect(files).toEqual(
    expect.arrayContaining([
      '/opt/Parlance/parlance',
      '/opt/Parlance/resources/package-type',
      '/opt/Parlance/THIRD-PARTY-LICENSES.txt',
      '/usr/share/applications/parlance.desktop',
      '/usr/share/icons/hicolor/256x256/apps/parlance.png',
      '/usr/share/mime/packages/parlance.xml',
    ]),
  );
});
