import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { endWithUs } from '../lib/children.mjs';
import { Stop } from '../lib/stop.mjs';
import { withDisplay } from '../machine/display.mjs';

/** A hanging app is ended then, which ends whatever waits for it. */
const RUN_LIMIT_MS = 180_000;
/** How many of the app's last lines a failure shows. */
const KEPT_LINES = 20;

/** @typedef {import('@playwright/test').Page} Page */

/**
 * The user's environment without what would change the app's first run.
 * @param {NodeJS.ProcessEnv} env
 */
function cleanEnvironment(env) {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, ELECTRON_RUN_AS_NODE, ...rest } = env;
  return rest;
}

/**
 * Reads what the app writes to its standard error, to the end, so that the app never blocks on a full pipe.
 * @param {import('node:stream').Readable} stderr
 * @returns {{ readonly address: Promise<string | null>, readonly lastLines: () => string }}
 *   `address`: where Chromium can be driven (a WebSocket on loopback), null if the app ended without saying so
 */
function listen(stderr) {
  /** @type {string[]} */
  const lines = [];
  const output = createInterface({ input: stderr });
  /** @type {Promise<string | null>} */
  const address = new Promise((resolve) => {
    output.on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
    output.once('close', () => resolve(null));
  });
  return { address, lastLines: () => lines.join('\n') };
}

/**
 * @param {Promise<string | null>} address of a starting app
 * @param {(page: Page) => Promise<void>} action
 * @throws {Stop} when the app ended
 */
async function drive(address, action) {
  const found = await address;
  if (found === null) throw new Stop('The app ended before it opened a window.');
  const browser = await chromium.connectOverCDP(found);
  const [context] = browser.contexts();
  if (!context) throw new Stop('The app has no window.');
  await action(context.pages()[0] ?? (await context.waitForEvent('page')));
  await browser.close();
}

/**
 * Starts the app on an empty profile, without a visible window if there is no display, and drives its page through
 * Chromium's debugging port: unlike Node's inspector, that also works with a packaged app.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {(page: Page) => Promise<void>} action
 * @throws whatever `action` throws; the app's last words are printed before
 */
export async function driveApp(executable, args, action) {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'parlance-demo-'));
  const switches = ['--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-US'];
  try {
    await withDisplay(async (env) => {
      const app = endWithUs(
        spawn(executable, [...switches, ...args], {
          env: cleanEnvironment(env),
          stdio: ['ignore', 'inherit', 'pipe'],
        }),
      );
      const ended = once(app, 'exit');
      const limit = setTimeout(() => app.kill('SIGKILL'), RUN_LIMIT_MS);
      const { address, lastLines } = listen(app.stderr);
      try {
        await drive(address, action);
      } catch (error) {
        console.error(`\nThe app's last words:\n${lastLines()}\n`);
        throw error;
      } finally {
        clearTimeout(limit);
        app.kill();
        await ended;
      }
    });
  } finally {
    // What Chromium started may write a moment longer than the app runs.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
