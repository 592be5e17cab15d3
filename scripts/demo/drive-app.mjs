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

const START_LIMIT_MS = 60_000;
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
 * Waits for the line in which Chromium says where it can be driven, and keeps reading, so that the app never blocks on a
 * full pipe.
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} app
 * @returns {Promise<string>} a WebSocket address on loopback
 * @throws {Stop} when the app ends without one; it is ended after 60 s
 */
function drivingAddress(app) {
  const limit = setTimeout(() => app.kill('SIGKILL'), START_LIMIT_MS);
  /** @type {string[]} */
  const lines = [];
  return new Promise((resolve, reject) => {
    const output = createInterface({ input: app.stderr });
    output.on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (!address) return;
      clearTimeout(limit);
      resolve(address);
    });
    output.once('close', () => {
      clearTimeout(limit);
      reject(new Stop(`The app did not start:\n${lines.join('\n')}`));
    });
  });
}

/**
 * Starts the app on an empty profile, without a visible window if there is no display, and drives its page through
 * Chromium's debugging port: unlike Node's inspector, that also works with a packaged app.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {(page: Page) => Promise<void>} action
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
      try {
        const browser = await chromium.connectOverCDP(await drivingAddress(app));
        const [context] = browser.contexts();
        if (!context) throw new Stop('The app opened no page.');
        await action(context.pages()[0] ?? (await context.waitForEvent('page')));
        await browser.close();
      } finally {
        app.kill();
        await ended;
      }
    });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
