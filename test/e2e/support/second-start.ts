import { spawn } from 'node:child_process';
import { type ElectronApplication, expect } from '@playwright/test';

/**
 * Starts the app once more on the same profile, as the system does for a link or a file; resolves when that start has ended well,
 * its arguments handed over to the app that runs.
 */
export const startAgain = async (app: ElectronApplication, ...more: readonly string[]): Promise<void> => {
  const { spawnfile, spawnargs } = app.process();
  // Without what Playwright drives the first one by.
  const own = spawnargs.slice(1).filter((each) => !/^--(?:inspect|remote-debugging)/.test(each));
  const second = spawn(spawnfile, [...own, ...more], { stdio: 'ignore' });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
};
