import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';

/** By its name in the command palette. */
const openStorage = async (page: Page): Promise<Locator> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('kept on this');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings', exact: true });
  return dialog.getByRole('region', { name: 'Storage', exact: true });
};

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
  const storage = await openStorage(page);
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

test('damage that no daily work meets is found when one asks, and what helps is offered', async ({
  launch,
  profile,
}) => {
  const first = await launch();
  // Of a size that lies beside everything that a start reads.
  await fillChat(first.page, [`Once ${'upon a time. '.repeat(100_000)}`]);
  await first.app.close();
  const file = await open(path.join(profile, 'history.db'), 'r+');
  const { size } = await file.stat();
  for (const part of [0.4, 0.5, 0.6]) await file.write(Buffer.alloc(64, 7), 0, 64, Math.floor(size * part));
  await file.close();
  const { page } = await launch();
  const storage = await openStorage(page);
  await storage.getByRole('button', { name: 'Check history now' }).click();
  await expect(storage.getByRole('status')).toContainText('Something in the history is damaged.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert').getByRole('button', { name: 'Save what can be read' })).toBeVisible();
});
