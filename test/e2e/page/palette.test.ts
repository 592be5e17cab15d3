import { expect, type Locator, type Page } from '@playwright/test';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { clickMenu } from '../support/dialogs';
import { answered, ask, assistantMessages, chatList, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Command palette', exact: true });
const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const box = (page: Page): Locator => palette(page).getByRole('combobox');

const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
};

const choose = async (page: Page, typed: string): Promise<void> => {
  await openPalette(page);
  await box(page).fill(typed);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
};

test('the command palette does what is typed, offers it first the next time, and goes to chats and models', async ({
  launch,
  server,
}) => {
  server.offer(['gpt-4o', 'gpt-4o-mini']);
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, '上海三日游');
  await answered(page);
  await choose(page, 'trash');
  await expect(page.getByRole('dialog', { name: 'Trash' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(page, 'new cha');
  await expect(messageBox(page)).toBeFocused();
  await expect(assistantMessages(page)).toHaveCount(0);
  await choose(page, '上三');
  await expect(assistantMessages(page)).toHaveCount(1);
  await choose(page, '4o-mini');
  await expect(page.getByRole('combobox', { name: 'Model' })).toContainText('gpt-4o-mini');
  await app.close();
  const again = await launch();
  await openPalette(again.page);
  const recent = palette(again.page).getByRole('group', { name: 'Recent' }).getByRole('option');
  await expect(recent).toHaveText([/New chat/, /Trash/]);
});

test('the command palette offers only what can be done, and Escape leaves everything as it was', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await messageBox(page).fill('A half-written thought');
  await openPalette(page);
  await expect(palette(page).getByRole('option', { name: 'Stop the reply' })).toHaveCount(0);
  await expect(palette(page).getByRole('option', { name: 'Tags of this chat…' })).toHaveCount(0);
  await box(page).fill('zqxjkv');
  await expect(palette(page).getByText('Nothing of that name.')).toBeVisible();
  await palette(page).getByRole('button', { name: 'Search all chats for “zqxjkv”' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search chats' })).toHaveValue('zqxjkv');
  await openPalette(page);
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(messageBox(page)).toHaveValue('A half-written thought');
});

test('a shortcut can be changed, in the menu too, takes keys from the command that had them, and stays', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  await page.keyboard.press('Control+/');
  await sheet(page).getByRole('button', { name: 'Trash…: none. Change the keys' }).click();
  await page.keyboard.press('k');
  await expect(sheet(page).getByRole('status')).toContainText('These keys cannot be given to a command');
  await page.keyboard.press('Control+k');
  await expect(sheet(page).getByRole('status')).toContainText('were the keys of “Command palette…”');
  await expect(sheet(page).getByRole('button', { name: 'Trash…: Ctrl+K. Change the keys' })).toBeVisible();
  const accelerator = () =>
    app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
      return items.find(({ label }) => label === 'Trash…')?.accelerator;
    });
  await expect.poll(accelerator).toBe('CmdOrCtrl+K');
  await app.close();
  const again = await launch();
  await again.page.keyboard.press('Control+k');
  await expect(again.page.getByRole('dialog', { name: 'Trash' })).toBeVisible();
  await again.page.keyboard.press('Escape');
  await again.page.keyboard.press('Control+/');
  await sheet(again.page).getByRole('button', { name: 'Usual keys for all' }).click();
  await expect(
    sheet(again.page).getByRole('button', { name: 'Trash…: none. Change the keys' }),
  ).toBeVisible();
  await again.page.keyboard.press('Escape');
  await openPalette(again.page);
});

test('a command of the menu waits while a dialog is open, and shortcuts stay out of what is typed', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  await page.keyboard.press('Control+/');
  await expect(sheet(page)).toBeVisible();
  await clickMenu(app, 'Move this chat to the Trash');
  await page.keyboard.press('Control+Shift+Backspace');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(chatList(page).getByRole('listitem')).toHaveCount(1);
  await clickMenu(app, 'Move this chat to the Trash');
  await expect(chatList(page).getByRole('listitem')).toHaveCount(0);
});

test('axe finds nothing wrong with the command palette and the shortcuts', async ({ launch, server }) => {
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  await openPalette(page);
  await checkEverywhere(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
  await checkEverywhere(page);
});
