import { expect, type Page } from '@playwright/test';
import { checkEverywhere, withoutMotion } from '../support/axe';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  closeSettings,
  openSettings,
  saveServer,
} from '../support/drive';
import { test } from '../support/fixtures';

const set = async (page: Page, choices: Readonly<Record<string, string>>): Promise<void> => {
  const dialog = await openSettings(page);
  for (const [name, value] of Object.entries(choices)) {
    await dialog.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option', { name: value, exact: true }).click();
  }
  await closeSettings(page);
};

const look = async (page: Page) => {
  const row = await chatList(page).getByRole('listitem').first().boundingBox();
  const title = page.getByRole('heading', { level: 1 });
  return {
    row: row?.height ?? 0,
    text: await title.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    page: await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    accent: await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--accent-hue'),
    ),
  };
};

test('accent, contrast, text size and density change every screen at once, and hold after a restart', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  const before = await look(page);
  await set(page, {
    Theme: 'Light',
    'Accent color': 'Rose',
    Contrast: 'High',
    'Text size': 'Largest',
    Density: 'Compact',
  });
  await expect.poll(() => look(page)).toMatchObject({ page: 'rgb(255, 255, 255)' });
  // What was chosen last comes last.
  await expect.poll(async () => (await look(page)).row).toBeLessThan(before.row);
  const after = await look(page);
  expect(after.text).toBeGreaterThan(before.text * 1.25);
  expect(after.accent).not.toBe(before.accent);
  await app.close();
  const again = await launch();
  await expect(chatList(again.page).getByRole('listitem')).toHaveCount(1);
  await chatList(again.page).getByRole('button', { name: 'Hello', exact: true }).click();
  await expect.poll(() => look(again.page)).toEqual(after);
});

test('high contrast and less motion follow the computer where the settings leave it to that', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
  // What is under way breathes.
  const moving = () => page.evaluate(() => document.getAnimations().length);
  server.fail({ kind: 'hold', after: 5 }, 1);
  await ask(page, 'Begin');
  await expect(assistantMessages(page)).toContainText('Hello');
  await expect.poll(moving).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toBe(0);
  await server.release();
  await answered(page);
});

test('axe finds nothing wrong with the largest text in another accent and in high contrast', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await withoutMotion(page);
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  await set(page, { 'Accent color': 'Amber', 'Text size': 'Largest' });
  await openSettings(page);
  await checkEverywhere(page);
  await page.keyboard.press('Escape');
  await page.emulateMedia({ contrast: 'more' });
  await checkEverywhere(page);
});
