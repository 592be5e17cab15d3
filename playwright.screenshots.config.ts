import { defineConfig } from '@playwright/test';

/** Pictures of the app for README and for people to look at; made, not compared. */
export default defineConfig({
  testDir: 'test/screenshots',
  testMatch: '**/*.test.ts',
  globalSetup: './scripts/test/global-setup.mjs',
  outputDir: 'test-results/screenshots-run',
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
});
