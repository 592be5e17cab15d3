import { defineConfig } from '@playwright/test';
import { hasDisplay } from './scripts/machine/display.mjs';

/** Measures in milliseconds what the app had written down, so nothing else may run beside it. */
const alone = '**/durability/kill.test.ts';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './scripts/test/global-setup.mjs',
  outputDir: 'test-results/e2e',
  // Each worker has a virtual screen of its own; a real screen has but one clipboard and one focus.
  workers: hasDisplay() ? 1 : 2,
  projects: [
    { name: 'shared', testIgnore: alone },
    { name: 'alone', testMatch: alone },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'off', video: 'off', screenshot: 'off' },
});
