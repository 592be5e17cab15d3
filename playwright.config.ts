import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './scripts/test/global-setup.mjs',
  outputDir: 'test-results/e2e',
  // One real app at a time: two cores start a second one slowly enough to blur what a failure means.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'off', video: 'off', screenshot: 'off' },
});
