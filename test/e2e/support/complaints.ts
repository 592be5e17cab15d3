import type { Page } from '@playwright/test';

/** What the policy of the page refuses, and what fails in it, from now on. */
export const complaints = (page: Page): readonly string[] => {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      found.push(message.text());
  });
  return found;
};
