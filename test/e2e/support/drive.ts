import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does, by role and accessible name (English). */

export const messageBox = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Message', exact: true });
export const assistantMessages = (page: Page): Locator =>
  page.getByRole('article', { name: 'Assistant message' });
export const userMessages = (page: Page): Locator => page.getByRole('article', { name: 'User message' });
export const chatList = (page: Page): Locator => page.getByRole('list', { name: 'Chats' });

/** Opens Settings, saves an endpoint and closes the dialog. */
export const saveServer = async (page: Page, baseUrl: string, apiKey = ''): Promise<void> => {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(baseUrl);
  if (apiKey !== '') await dialog.getByLabel('API key', { exact: true }).fill(apiKey);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  if (apiKey !== '') await expect(dialog.getByText(`…${apiKey.slice(-4)}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
};

/** Types a question and presses Enter. */
export const ask = async (page: Page, text: string): Promise<void> => {
  await messageBox(page).fill(text);
  await messageBox(page).press('Enter');
};

/** Waits until the newest answer has this status. */
export const answered = (page: Page, status = 'complete'): Promise<void> =>
  expect(assistantMessages(page).last()).toHaveAttribute('data-status', status, { timeout: 30_000 });
