import { expect } from '@playwright/test';
import { closeSettings, openSettings } from '../support/drive';
import { test } from '../support/fixtures';

test('settings are found by what they say, and every part is one click away', async ({ launch }) => {
  const { page } = await launch();
  const dialog = await openSettings(page);
  // What says it was read before the parts were there, and said so to whoever opened the settings.
  await expect(dialog.getByText('No setting is called that.')).toHaveCount(0);
  await dialog.getByRole('searchbox', { name: 'Search settings' }).fill('proxy');
  await expect(dialog.getByRole('textbox', { name: 'Proxy' })).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Theme' })).toBeHidden();
  await dialog.getByRole('searchbox', { name: 'Search settings' }).fill('zqxjkv');
  await expect(dialog.getByText('No setting is called that.')).toBeVisible();
  await dialog.getByRole('searchbox', { name: 'Search settings' }).fill('');
  await dialog
    .getByRole('navigation', { name: 'Parts of the settings' })
    .getByRole('link', { name: 'Network' })
    .click();
  await expect(dialog.getByRole('textbox', { name: 'Proxy' })).toBeInViewport();
  await expect(dialog.getByLabel('API key', { exact: true })).not.toBeInViewport();
  await closeSettings(page);
});
