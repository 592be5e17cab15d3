import type { Page } from '@playwright/test';

/**
 * Resolves once the page shows a text, if only for a few frames: `expect` looks at it once in a second. To be begun before what
 * makes it come.
 */
export const glimpse = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text);
