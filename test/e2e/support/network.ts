import { expect, type Locator, type Page } from '@playwright/test';
import { closeSettings, openSettings } from './drive';

/** What a person does in Settings under Network, by role and accessible name (English). */

/** What can be set there. */
interface TypedProxy {
  readonly proxy: string;
  readonly user?: string;
  readonly password?: string;
}

/** Sets the proxy; every field is saved when it is left. */
export const setProxy = async (
  page: Page,
  { proxy, user = '', password = '' }: TypedProxy,
): Promise<void> => {
  const dialog = await openSettings(page);
  await dialog.getByRole('textbox', { name: 'Proxy' }).fill(proxy);
  await dialog.getByRole('textbox', { name: 'User name' }).fill(user);
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await dialog.getByRole('textbox', { name: 'Hosts reached directly' }).focus();
  if (password !== '') await expect(dialog.getByText(/^Kept for this session only/)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('');
  await closeSettings(page);
};

/** Checks the connection step by step; all steps are there then. */
export const checkConnection = async (page: Page): Promise<Locator> => {
  const dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'Check step by step' }).click();
  const list = dialog.getByRole('list', { name: 'Connection check' });
  await expect(list.getByRole('listitem')).toHaveCount(7);
  return list;
};

/** What the check says of the step that failed. */
export const failedStep = async (page: Page): Promise<string> => {
  const failed = (await checkConnection(page)).locator('[data-state=failed]');
  await expect(failed).toHaveCount(1);
  const text = await failed.innerText();
  await closeSettings(page);
  return text;
};
