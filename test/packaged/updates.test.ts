import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { FORMER_VERSION } from '../../scripts/test/packages/build-packages.mjs';
import { answered, ask, chatList, saveServer, userMessages } from '../e2e/support/drive';
import { type Feed, startFeed } from './support/feed';
import { test as base } from './support/fixtures';
import { desktopCommand, install, installedVersion, uninstall } from './support/installed';
import { feedUrl, packageFile } from './support/packages';
import { isRoot, type Person, unsandboxed } from './support/person';
import { followRestart } from './support/start';
import { checkNow, updatesSection } from './support/updates';

const QUESTION = 'Which moss grows on old roof tiles?';
const APP_VERSION: string = JSON.parse(readFileSync('package.json', 'utf8')).version;

const test = base.extend<{ readonly feed: Feed }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument.
  feed: async ({}, use) => {
    const feed = await startFeed(feedUrl(), path.dirname(packageFile('now', '.AppImage')));
    await use(feed);
    await feed.close();
  },
});

test.skip(process.platform !== 'linux', 'the packages of other systems are made and signed there');

const give = (person: Person, file: string): void => {
  if (isRoot) execFileSync('chown', ['-R', `--reference=${person.home}`, file]);
};

/** Puts the former AppImage where a person would keep it. */
const keepAppImage = (person: Person): string => {
  const folder = path.join(person.home, 'Apps');
  mkdirSync(folder);
  const file = path.join(folder, `Parlance-${FORMER_VERSION}.AppImage`);
  copyFileSync(packageFile('former', '.AppImage'), file);
  give(person, folder);
  return file;
};

test('an AppImage: a damaged download keeps the old version, a good one brings the new, history and all', async ({
  open,
  person,
  server,
  feed,
}) => {
  const former = keepAppImage(person);
  const before = readFileSync(former);
  feed.announce({ releaseNotes: '- Grows **moss** on <b>roofs</b>' });
  const { page } = await open([former, ...unsandboxed(person)]);
  await saveServer(page, server.baseUrl);
  await ask(page, QUESTION);
  await answered(page);

  const section = await checkNow(page, `Parlance ${APP_VERSION} is available`);
  await expect(section.getByRole('region', { name: 'What is new' })).toContainText(
    'Grows moss on <b>roofs</b>',
  );
  feed.damage(true);
  await section.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(section.getByRole('alert')).toContainText('not what was announced', { timeout: 60_000 });
  expect(readFileSync(former).equals(before)).toBe(true);

  feed.damage(false);
  await section.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(section.getByRole('status')).toContainText('downloaded and checked', { timeout: 60_000 });
  expect(readdirSync(path.dirname(former))).toEqual([path.basename(former)]);

  const next = await followRestart(person, () =>
    section.getByRole('button', { name: 'Restart and update' }).click(),
  );
  await expect((await updatesSection(next.page)).getByRole('status')).toContainText(
    `Parlance ${APP_VERSION}.`,
  );
  await next.page.keyboard.press('Escape');
  await chatList(next.page).getByRole('button', { name: QUESTION, exact: true }).click();
  await expect(userMessages(next.page).first()).toContainText(QUESTION);
  expect(readdirSync(path.dirname(former))).toEqual([`Parlance-${APP_VERSION}.AppImage`]);
  const profile = path.join(person.home, '.config/Parlance');
  const snapshots = readdirSync(path.join(profile, 'snapshots'));
  expect(snapshots.some((name) => name.endsWith('-update.db'))).toBe(true);

  // Nothing that tells this computer from another was sent, and nothing was written outside of the profile.
  expect(feed.requests.map(({ headers }) => headers['x-user-staging-id']).filter(Boolean)).toEqual([]);
  expect(existsSync(path.join(person.home, '.cache/parlance-updater'))).toBe(false);
  await next.quit();
});

test('no older version, none that is not for this copy yet, and no beta unless wanted', async ({
  open,
  person,
  feed,
}) => {
  const { page } = await open([keepAppImage(person), ...unsandboxed(person)]);
  feed.announce({ version: '0.0.1' });
  await checkNow(page, 'It is the newest version');
  feed.announce({ version: '9.0.0', stagingPercentage: 0 });
  await checkNow(page, 'It is the newest version');
  feed.announce({ version: FORMER_VERSION });
  feed.announce({ version: '9.0.0-beta.1' }, 'beta');
  const section = await checkNow(page, 'It is the newest version');
  await section.getByRole('combobox', { name: 'Versions', exact: true }).click();
  await page.getByRole('option', { name: 'Releases and beta versions' }).click();
  await checkNow(page, 'Parlance 9.0.0-beta.1 is available');
  // Looking for updates is a contact like every other.
  await page.getByRole('button', { name: 'Show where Parlance connected to' }).click();
  const contacts = page.getByRole('region', { name: 'Servers contacted' });
  await expect(contacts.getByRole('row', { name: /new versions of Parlance \d/ })).toBeVisible();
});

test('without an answer it says so when asked, and works on', async ({ open, person }) => {
  const { page } = await open([keepAppImage(person), ...unsandboxed(person)]);
  const section = await updatesSection(page);
  await section.getByRole('button', { name: 'Check now' }).click();
  await expect(section.getByRole('alert')).toContainText('no usable answer');
});

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

test('a deb asks for the password; refused, it stays as it is and says so', async ({
  open,
  person,
  feed,
}) => {
  test.skip(!isRoot, 'only root can install packages');
  install(packageFile('former', '.deb'));
  try {
    feed.announce({});
    // Dismissed, as polkit's pkexec tells it.
    const folder = layOutPkexec(person, 126);
    const env = { PATH: `${folder}:${person.env.PATH}` };
    const { page } = await open(desktopCommand(), { env });
    const section = await checkNow(page, `Parlance ${APP_VERSION} is available`);
    await section.getByRole('button', { name: 'Download', exact: true }).click();
    await expect(section.getByText('administrator’s password')).toBeVisible({ timeout: 60_000 });
    await section.getByRole('button', { name: 'Restart and update' }).click();
    await expect(section.getByRole('alert')).toContainText('did not let the new version be installed');
    expect(installedVersion()).toBe(FORMER_VERSION);
    const [tool, action, file = ''] = readFileSync(path.join(person.home, 'asked'), 'utf8').split('\n');
    expect([tool, action]).toEqual(['dpkg', '--install']);
    expect(readFileSync(file).equals(readFileSync(packageFile('now', '.deb')))).toBe(true);
    // What it would have run, run by who may.
    install(file);
    expect(installedVersion()).toBe(APP_VERSION);
  } finally {
    uninstall('purge');
  }
});

test('an unpacked archive says what is new and where to get it', async ({ open, person, feed }) => {
  execFileSync('tar', ['-xzf', packageFile('now', '.tar.gz'), '-C', person.home]);
  const folder = readdirSync(person.home).find((name) => name.startsWith('Parlance-'));
  give(person, path.join(person.home, folder ?? ''));
  feed.announce({ version: '9.0.0' });
  const { page } = await open([path.join(person.home, folder ?? '', 'parlance'), ...unsandboxed(person)]);
  const section = await checkNow(page, 'Parlance 9.0.0 is available');
  await expect(section.getByText('download the new package')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Open download page' })).toBeVisible();
  await expect(section.getByRole('button', { name: 'Download', exact: true })).toHaveCount(0);
});
