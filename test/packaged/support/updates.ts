import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { openSettings } from '../../e2e/support/drive';

/** The part of Settings about updates. */
export const updatesSection = async (page: Page): Promise<Locator> => {
  const open = page.getByRole('dialog', { name: 'Settings' });
  const settings = (await open.isVisible()) ? open : await openSettings(page);
  return settings.getByRole('region', { name: 'Updates' });
};

/** Asks for a newer version and waits until the section says this. */
export const checkNow = async (page: Page, says: string | RegExp): Promise<Locator> => {
  const section = await updatesSection(page);
  await section.getByRole('button', { name: 'Check now' }).click();
  await expect(section.getByRole('status')).toContainText(says);
  return section;
};
