import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Bridge } from '../../../preload/contract/bridge';

declare const parlance: Bridge;
declare const axe: { readonly run: (options: RunOptions) => Promise<AxeResults> };

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What axe finds wrong with the page as it is now, in few words. */
const violationsOf = async (page: Page): Promise<readonly string[]> => {
  // Not a <script>: the page's policy would refuse it.
  await page.evaluate(await axeSource);
  const results = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
};

/** Shows the page in each theme and language and gathers what is wrong anywhere. */
export const checkEverywhere = async (page: Page): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['en', 'zh-CN'] as const) {
      await page.evaluate((patch) => parlance.request['settings.update'](patch), { theme, language });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect([theme, language, ...(await violationsOf(page))]).toEqual([theme, language]);
    }
  }
};

/** The same for the page as it is now. */
export const expectAccessible = async (page: Page): Promise<void> => {
  expect(await violationsOf(page)).toEqual([]);
};

/** Contrast is measured at rest, not in the middle of a fade. */
export const withoutMotion = (page: Page) => page.emulateMedia({ reducedMotion: 'reduce' });
