import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { closeSettings, openSettings } from './drive';

/** Asks for the recovery key in Settings and reads it off the native box that shows it: no route gives it to the page. */
export const catchRecoveryKey = async (app: ElectronApplication, page: Page): Promise<string> => {
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
      Object.assign(globalThis, { shown: options.message });
      return Promise.resolve({ response: 2, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  });
  await openSettings(page);
  await page.getByRole('button', { name: /recovery key/i }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { shown?: string }).shown ?? ''))
    .not.toBe('');
  await closeSettings(page);
  return app.evaluate(() => (globalThis as unknown as { shown: string }).shown);
};
