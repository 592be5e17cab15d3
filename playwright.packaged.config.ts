import { defineConfig } from '@playwright/test';

/** Of the packages as they are installed. One after the other: there is but one /opt. */
export default defineConfig({
  testDir: 'test/packaged',
  testMatch: '**/*.test.ts',
  globalSetup: './scripts/test/packages/global-setup.mjs',
  outputDir: 'test-results/packaged',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/packaged.json' }]],
  use: { actionTimeout: 15_000 },
});
