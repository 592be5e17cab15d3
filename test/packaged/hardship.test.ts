import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { banner } from '../e2e/support/disk-fixtures';
import { messageBox, openSettings, saveServer } from '../e2e/support/drive';
import { chatOnce, expectChat } from '../e2e/support/kept-chat';
import { fillerOf } from '../e2e/support/small-disk';
import { test } from './support/fixtures';
import { desktopCommand, install, uninstall } from './support/installed';
import { packageFile } from './support/packages';
import { isRoot, type Person } from './support/person';
import { run } from './support/start';

const profileOf = (person: Person): string => path.join(person.home, '.config/Parlance');

/** Runs the app until it ends by itself; what it said. */
const runToItsEnd = async (
  person: Person,
): Promise<{ readonly code: number | null; readonly said: string }> => {
  const child = run(person, desktopCommand());
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
};

/** What an app said that could not start; it is ended before anybody has read its message. */
const whyNotStarted = async (person: Person): Promise<string> => {
  const child = run(person, desktopCommand());
  const said = await new Promise<string>((resolve) => {
    let text = '';
    child.stderr?.on('data', (data) => {
      text += data;
      if (text.includes('start.failed')) resolve(text);
    });
    child.once('close', () => resolve(text));
  });
  child.kill('SIGKILL');
  return said;
};

/** What is in every file below a folder. */
const digests = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

test.describe('an installed app on a computer with troubles', () => {
  test.skip(process.platform !== 'linux', 'debs are for Linux');
  test.skip(!isRoot, 'only root can install packages');
  test.beforeAll(() => void install(packageFile('now', '.deb')));
  test.afterAll(() => void uninstall('purge'));

  test('without a keyring it starts, and says how things are kept', async ({ open, server }) => {
    const { page } = await open(desktopCommand(), { args: ['--password-store=gnome-libsecret'] });
    await saveServer(page, server.baseUrl, 'sk-for-the-session');
    const settings = await openSettings(page);
    await expect(settings.getByRole('status', { name: 'Key storage' })).toContainText(
      'for this session only',
    );
  });

  test('with an empty settings file it starts afresh, says so and keeps the chats', async ({
    open,
    server,
    person,
  }) => {
    const first = await open(desktopCommand());
    await chatOnce(first.page, server);
    await first.quit();
    writeFileSync(path.join(profileOf(person), 'settings.json'), '');
    const { page } = await open(desktopCommand());
    await expect(page.getByText('The settings file could not be read')).toBeVisible();
    await expectChat(page);
  });

  test('started twice it shows the one that runs', async ({ open, person }) => {
    const { page } = await open(desktopCommand());
    const { code } = await runToItsEnd(person);
    expect(code).toBe(0);
    await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
  });

  test('with a home folder that cannot be written it says why and changes nothing', async ({ person }) => {
    const config = path.join(person.home, '.config');
    mkdirSync(config);
    // Root's, and nobody else may write.
    chmodSync(config, 0o555);
    expect(await whyNotStarted(person)).toContain('code=settings.notSaved');
    expect(readdirSync(config)).toEqual([]);
  });

  test('with a history in a home that became read-only it says why, changes no byte, and has it all again after', async ({
    open,
    server,
    person,
  }) => {
    const first = await open(desktopCommand());
    await chatOnce(first.page, server);
    await first.quit();
    const before = digests(person.home);
    expect(Object.keys(before).filter((file) => file.endsWith('history.db'))).toHaveLength(1);
    execFileSync('chmod', ['-R', 'a-w', person.home]);
    expect(await whyNotStarted(person)).toContain('code=settings.notSaved');
    expect(digests(person.home)).toEqual(before);
    execFileSync('chmod', ['-R', 'u+w', person.home]);
    const { page } = await open(desktopCommand());
    await expectChat(page);
  });

  test('on a full disk it opens what there is, says so and loses nothing', async ({
    open,
    server,
    person,
  }) => {
    const profile = profileOf(person);
    mkdirSync(profile, { recursive: true });
    const disk = fillerOf(profile);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', profile]);
    try {
      execFileSync('chown', ['-R', `--reference=${person.home}`, path.join(person.home, '.config')]);
      const first = await open(desktopCommand());
      await chatOnce(first.page, server);
      await first.quit();
      disk.fill();
      const full = await open(desktopCommand());
      await expectChat(full.page);
      let typed = 'What else?';
      // Chromium gives files of its own back at times: then there was room.
      await expect(async () => {
        typed = `${typed}?`;
        await messageBox(full.page).fill(typed);
        await expect(banner(full.page)).toBeVisible({ timeout: 3_000 });
      }).toPass();
      // Quitting a full one asks a question that nobody answers here.
      disk.free();
      await full.quit();
      const { page, quit } = await open(desktopCommand());
      await expectChat(page);
      await expect(messageBox(page)).toHaveValue(typed);
      await quit();
    } finally {
      disk.free();
      execFileSync('umount', ['--lazy', profile]);
    }
    expect(existsSync(profile)).toBe(true);
  });

  test('what it keeps is for its owner alone', async ({ open, person }) => {
    const { quit } = await open(desktopCommand());
    await quit();
    const key = path.join(profileOf(person), 'history.key');
    expect(execFileSync('stat', ['-c', '%a', key], { encoding: 'utf8' }).trim()).toBe('600');
    expect(
      readFileSync(path.join(profileOf(person), 'history.db'))
        .subarray(0, 6)
        .toString(),
    ).not.toBe('SQLite');
  });
});
