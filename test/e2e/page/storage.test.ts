import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';

test('what is kept is told with its place and size, shown in its folder, checked, and its caches are emptied', async ({
  launch,
  profile,
}) => {
  const { app, page } = await launch();
  await withoutMotion(page);
  await fillChat(page, ['How do lighthouses work?', 'A light turns.']);
  await app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.showItemInFolder = (place: string) => void shown.push(place);
  });
  // By its name in the command palette.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('kept on this');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings', exact: true });
  const storage = dialog.getByRole('region', { name: 'Storage', exact: true });
  await expect(storage.getByText('1 chat · 2 messages')).toBeVisible();
  const parts = storage.getByRole('list', { name: 'What is kept on this computer' }).getByRole('listitem');
  await expect(parts.filter({ hasText: 'History: chats' })).toContainText(path.join(profile, 'history.db'));
  await expect(parts.filter({ hasText: 'History: chats' })).toContainText(/\d kB/);
  await storage.getByRole('button', { name: 'Show in folder: History', exact: false }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown))
    .toEqual([path.join(profile, 'history.db')]);
  await storage.getByRole('button', { name: 'Check history now' }).click();
  await expect(storage.getByRole('status')).toHaveText('The history was read whole: nothing is damaged.');
  await storage.getByRole('button', { name: 'Clear caches' }).click();
  await expect(storage.getByRole('status')).toContainText('The caches are empty.');
  expect(await readdir(profile)).toContain('history.db');
  await checkEverywhere(page);
});
