import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { FORMER_VERSION } from '../../scripts/test/packages/build-packages.mjs';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  closeSettings,
  openSettings,
  saveServer,
  userMessages,
} from '../e2e/support/drive';
import { filesHolding } from '../e2e/support/profile-files';
import { test } from './support/fixtures';
import {
  desktopCommand,
  install,
  installedFiles,
  installedVersion,
  uninstall,
  validateDesktopEntry,
} from './support/installed';
import { packageFile } from './support/packages';
import { isRoot } from './support/person';
import { confinementOfPage } from './support/sandbox';

const KEY = 'sk-packaged-3f9a2c71d05b48e6';
const QUESTION = 'Which herbs grow well on a north-facing balcony?';
const HELPER = '/opt/Parlance/chrome-sandbox';
const noCapabilities = '0'.repeat(16);

test.describe('installed from the .deb', () => {
  test.skip(process.platform !== 'linux', 'debs are for Linux');
  test.skip(!isRoot, 'only root can install packages');
  test.describe.configure({ mode: 'serial' });

  test.beforeAll(() => void install(packageFile('now', '.deb')));
  test.afterAll(() => {
    if (installedVersion() !== '') uninstall('purge');
  });

  test('its desktop entry is in order, in both languages, and opens its links and files', () => {
    expect(validateDesktopEntry()).toBe('');
    const entry = execFileSync('cat', ['/usr/share/applications/parlance.desktop'], { encoding: 'utf8' });
    expect(entry).toContain('x-scheme-handler/parlance;');
    expect(entry).toContain('application/x-parlance;');
    expect(entry).toMatch(/^Comment\[zh_CN\]=.*密钥/m);
    expect(entry).not.toContain('--no-sandbox');
    for (const size of [16, 32, 48, 128, 256, 512, 1024])
      expect(installedFiles()).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/parlance.png`);
  });

  test('it chats, sandboxed, and key and history are safe', async ({ open, server, person }) => {
    const { page, pid, quit } = await open(desktopCommand());
    await saveServer(page, server.baseUrl, KEY);
    await ask(page, QUESTION);
    await answered(page);
    const reply = (await assistantMessages(page).last().locator('p').first().innerText()).slice(0, 60);
    const sent = server.requests.findLast(({ path: one }) => one.endsWith('/completions'));
    expect(sent?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(confinementOfPage(pid)).toMatchObject({
      seccomp: '2',
      // The setuid helper needs none.
      ownUsers: person.hasNamespaces,
      ownProcesses: true,
      ownNetwork: true,
      capabilities: noCapabilities,
      noNewPrivileges: '1',
    });
    expect(await quit()).toBe(0);
    for (const secret of [KEY, QUESTION, reply]) {
      const { holding, read } = await filesHolding(person.home, secret);
      expect(read).toBeGreaterThan(10);
      expect(holding).toEqual([]);
    }
    const again = await open(desktopCommand());
    await chatList(again.page).getByRole('button', { name: QUESTION, exact: true }).first().click();
    await expect(userMessages(again.page).first()).toContainText(QUESTION);
  });

  test('it is sandboxed by the setuid helper too, where users may have no namespaces', async ({ open }) => {
    const { mode } = statSync(HELPER);
    chmodSync(HELPER, 0o4755);
    try {
      const { page, pid } = await open(desktopCommand(), { args: ['--disable-namespace-sandbox'] });
      await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
      expect(confinementOfPage(pid)).toMatchObject({ seccomp: '2', ownProcesses: true, ownNetwork: true });
    } finally {
      chmodSync(HELPER, mode & 0o7777);
    }
  });

  test('an upgrade keeps history and settings, after a snapshot', async ({ open, server, person }) => {
    install(packageFile('former', '.deb'));
    expect(installedVersion()).toBe(FORMER_VERSION);
    const before = await open(desktopCommand());
    await saveServer(before.page, server.baseUrl, KEY);
    await ask(before.page, QUESTION);
    await answered(before.page);
    const settings = await openSettings(before.page);
    await settings.getByRole('combobox', { name: 'Theme' }).click();
    await before.page.getByRole('option', { name: 'Dark' }).click();
    await closeSettings(before.page);
    expect(await before.quit()).toBe(0);

    install(packageFile('now', '.deb'));
    const { page } = await open(desktopCommand());
    await chatList(page).getByRole('button', { name: QUESTION, exact: true }).first().click();
    await expect(userMessages(page).first()).toContainText(QUESTION);
    const dialog = await openSettings(page);
    await expect(dialog.getByRole('combobox', { name: 'Theme' })).toContainText('Dark');
    await expect(dialog.getByText(`Parlance ${installedVersion()}`)).toBeVisible();
    const snapshots = readdirSync(path.join(person.home, '.config/Parlance/snapshots'));
    expect(snapshots.filter((name) => name.endsWith('-update.db'))).toHaveLength(1);
  });

  test('removed and purged it leaves nothing but what is the person’s', async ({ open, person }) => {
    const { quit } = await open(desktopCommand());
    await quit();
    const profile = path.join(person.home, '.config/Parlance');
    const kept = readdirSync(profile);
    const files = installedFiles().filter((file) => existsSync(file) && !statSync(file).isDirectory());
    expect(files.length).toBeGreaterThan(20);
    uninstall('remove');
    uninstall('purge');
    expect(files.filter((file) => existsSync(file))).toEqual([]);
    for (const place of ['/opt/Parlance', '/usr/bin/parlance', '/etc/apparmor.d/parlance'])
      expect(existsSync(place)).toBe(false);
    expect(installedVersion()).toBe('');
    expect(readdirSync(profile)).toEqual(kept);
    expect(kept).toContain('history.db');
  });
});
