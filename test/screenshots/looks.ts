import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../preload/contract/bridge';

declare const parlance: Bridge;

const folder = path.resolve(import.meta.dirname, '../../test-results/screenshots');

/** How the app looks in README and by itself. */
export const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'zh-CN' },
  { theme: 'dark', language: 'zh-CN' },
] as const;

/** A theme in a language. */
export type Look = (typeof looks)[number];

/** Takes a picture of a screen, or of a part of it. */
export const shoot = async (
  page: Page,
  screen: string,
  { theme, language }: Look,
  part: Page | Locator = page,
): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  await part.screenshot({
    path: path.join(folder, `${screen}-${theme}-${language}.png`),
    animations: 'disabled',
  });
};

/**
 * Takes pictures of what is open now in every look, high contrast included, and goes back to light English: what is open stays
 * open when language and theme change. A part is named by something that no language changes.
 */
export const shootAll = async (page: Page, screen: string, part?: Locator): Promise<void> => {
  const set = (patch: Look & { readonly contrast: 'system' | 'more' }) =>
    page.evaluate((chosen) => parlance.request['settings.update'](chosen), patch);
  for (const contrast of ['system', 'more'] as const) {
    for (const look of looks) {
      await set({ ...look, contrast });
      await expect(page.locator('html')).toHaveAttribute('data-theme', look.theme);
      await expect(page.locator('html')).toHaveAttribute('lang', look.language);
      await shoot(page, contrast === 'more' ? `${screen}-contrast` : screen, look, part);
    }
  }
  await set({ ...looks[0], contrast: 'system' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
};
