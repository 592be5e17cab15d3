import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { branchedConversation } from '../../support/foreign-exports';
import { chooseFiles, clickMenu, ownFolder } from '../support/dialogs';
import { test } from '../support/fixtures';

/** So many that salvaging them takes seconds. */
const CHATS = 5000;

test('saving what can be read of a large history shows how far it is, and Stop leaves everything as it was', async ({
  launch,
  profile,
}) => {
  const first = await launch();
  const chats = Array.from({ length: CHATS }, (_, index) => branchedConversation(`b${index}`));
  const source = path.join(ownFolder(), 'conversations.json');
  writeFileSync(source, JSON.stringify(chats));
  await chooseFiles(first.app, [source]);
  await clickMenu(first.app, 'Import…');
  const dialog = first.page.getByRole('dialog', { name: 'Import', exact: true });
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('The import is complete.', { timeout: 60_000 });
  await first.app.close();
  const file = path.join(profile, 'history.db');
  truncateSync(file, Math.floor((statSync(file).size * 0.9) / 4096) * 4096);
  const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex');
  const before = digest();
  const { page } = await launch();
  const isBroken = page.getByRole('heading', { name: 'Your history cannot be read' });
  await expect(isBroken).toBeVisible();
  // Looked for in every frame: a fast machine is done soon.
  const isUnderWay = page.waitForFunction(() => {
    const bar = document.querySelector('[role="progressbar"][aria-label="Saving what can be read"]');
    const isSaid = document.querySelector('h1')?.textContent?.includes('Saving what can be read') === true;
    return isSaid && /\d/.test(bar?.getAttribute('aria-valuenow') ?? '');
  });
  await page.getByRole('button', { name: 'Save what can be read' }).click();
  await isUnderWay;
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(isBroken).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save what can be read' })).toBeEnabled();
  expect(digest()).toBe(before);
  const leftOver = () =>
    readdirSync(profile).filter((name) => /^history(-|.*(next|damaged|part))/.test(name));
  await expect.poll(leftOver).toEqual([]);
});
