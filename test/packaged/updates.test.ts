import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { FORMER_VERSION } from '../../scripts/test/packages/build-packages.mjs';
import { checkEverywhere, withoutMotion } from '../e2e/support/axe';
import { chatOnce, expectChat } from '../e2e/support/kept-chat';
import { test } from './support/fixtures';
import { packageFile } from './support/packages';
import { give, type Person, unsandboxed } from './support/person';
import { followRestart } from './support/start';
import { checkNow, updatesSection } from './support/updates';

const APP_VERSION: string = JSON.parse(readFileSync('package.json', 'utf8')).version;

test.skip(process.platform !== 'linux', 'the packages of other systems are made and signed there');

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
  await chatOnce(page, server);

  const section = await checkNow(page, `Parlance ${APP_VERSION} is available`);
  await expect(section.getByRole('region', { name: 'What is new' })).toContainText(
    'Grows moss on <b>roofs</b>',
  );
  feed.sendPackages('begun');
  await section.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(section.getByRole('progressbar', { name: 'Download' })).toBeVisible();
  await section.getByRole('button', { name: 'Cancel download' }).click();
  await expect(section.getByRole('status')).toContainText('is available');
  await expect(section.getByRole('alert')).toHaveCount(0);

  feed.sendPackages('damaged');
  await section.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(section.getByRole('alert')).toContainText('not what was announced', { timeout: 60_000 });
  expect(readFileSync(former).equals(before)).toBe(true);

  feed.sendPackages('whole');
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
  await expectChat(next.page);
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
  feed.announce({ version: '9.0.0', stagingPercentage: 100 });
  await checkNow(page, 'Parlance 9.0.0 is available');
  feed.announce({ version: FORMER_VERSION });
  feed.announce({ version: '9.0.0-beta.1', releaseNotes: '- Grows **moss**' }, 'beta');
  const section = await checkNow(page, 'It is the newest version');
  await section.getByRole('combobox', { name: 'Versions', exact: true }).click();
  await page.getByRole('option', { name: 'Releases and beta versions' }).click();
  await checkNow(page, 'Parlance 9.0.0-beta.1 is available');
  // Looking for updates is a contact like every other.
  await page.getByRole('button', { name: 'Show where Parlance connected to' }).click();
  const contacts = page.getByRole('region', { name: 'Servers contacted' });
  await expect(contacts.getByRole('row', { name: /new versions of Parlance \d/ })).toBeVisible();
  await withoutMotion(page);
  await checkEverywhere(page);
});

test('without an answer it says so when asked, and works on', async ({ open, person }) => {
  const { page } = await open([keepAppImage(person), ...unsandboxed(person)]);
  const section = await updatesSection(page);
  await section.getByRole('button', { name: 'Check now' }).click();
  await expect(section.getByRole('alert')).toContainText('no usable answer');
  await withoutMotion(page);
  await checkEverywhere(page);
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
