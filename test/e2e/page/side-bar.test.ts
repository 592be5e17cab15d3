import { expect, type Page } from '@playwright/test';
import { answered, ask, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import type { Parlance } from '../support/launch';

const sideBar = (page: Page) => page.getByRole('navigation', { name: 'Conversations' });
const panel = (page: Page) => page.getByRole('region', { name: 'Generation settings' });
const widthOf = (page: Page) =>
  page.getByRole('main').evaluate((element) => element.getBoundingClientRect().width);

/** Escape hides the generation settings where they lie over a narrow window, and nowhere else. Begins and ends with them hidden. */
const escapeFromSettings = async ({ app, page }: Pick<Parlance, 'app' | 'page'>): Promise<void> => {
  const temperature = panel(page).getByRole('spinbutton', { name: 'Temperature' });
  const show = page.getByRole('button', { name: 'Show generation settings' });
  await show.click();
  await temperature.fill('0.5');
  await temperature.press('Escape');
  await expect(temperature).toBeFocused();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(800, 600));
  await expect(panel(page)).toHaveCSS('position', 'fixed');
  await temperature.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(show).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(temperature).toHaveValue('0.5');
  const list = page.getByRole('listbox');
  await panel(page).getByRole('combobox', { name: 'Response format' }).press('Enter');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(temperature).toBeVisible();
  await page.getByRole('button', { name: 'Hide generation settings' }).press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(show).toBeFocused();
};

test('the side bar and the generation settings are put away, stay away over a restart, and come back when called', async ({
  launch,
  server,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await ask(first.page, 'Hello');
  await answered(first.page);
  const narrow = await widthOf(first.page);
  // A chat in the list has the focus: it must not be lost with the list.
  await first.page.getByRole('button', { name: 'Hello', exact: true }).focus();
  await first.page.keyboard.press('Control+Shift+s');
  await expect(sideBar(first.page)).toBeHidden();
  await expect(messageBox(first.page)).toBeFocused();
  await expect.poll(() => widthOf(first.page)).toBeGreaterThan(narrow + 100);
  await first.page.getByRole('button', { name: 'Show side bar' }).click();
  await expect(sideBar(first.page)).toBeVisible();
  await first.page.getByRole('button', { name: 'Hide side bar' }).click();
  await first.page.getByRole('button', { name: 'Hide generation settings' }).click();
  await expect(panel(first.page)).toBeHidden();
  await first.app.close();

  const { app, page } = await launch();
  await expect(messageBox(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show generation settings' })).toBeVisible();
  await expect(panel(page)).toBeHidden();
  await expect(sideBar(page)).toBeHidden();
  await escapeFromSettings({ app, page });
  await page.keyboard.press('Control+Shift+f');
  await expect(page.getByRole('searchbox', { name: 'Search chats' })).toBeFocused();
  await page.keyboard.type('Hello');
  await expect(page.getByRole('option').first()).toBeVisible();
});
