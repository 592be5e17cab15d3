import { expect, type Page } from '@playwright/test';
import { closeSettings, openSettings } from './drive';

/** Sets a passphrase in Settings. */
export const setPassphrase = async (page: Page, passphrase: string): Promise<void> => {
  const dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'Set passphrase' }).click();
  await dialog.getByLabel('New passphrase').fill(passphrase);
  await dialog.getByLabel('Repeat passphrase').fill(passphrase);
  await dialog.getByLabel('Repeat passphrase').press('Enter');
  await expect(dialog.getByRole('button', { name: 'Remove passphrase' })).toBeVisible();
  await closeSettings(page);
};
