import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { endWithUs } from '../../lib/children.mjs';
import { projectRoot } from '../../lib/paths.mjs';
import { Stop } from '../../lib/stop.mjs';
import { sandboxSwitches } from '../../machine/sandbox.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * An app that runs. Its first process is `pid`; it was started at `spawnedAt`, in milliseconds since 1970.
 * @typedef {{ readonly page: Page, readonly browser: Browser, readonly pid: number, readonly spawnedAt: number,
 *   readonly close: () => Promise<void> }} Running
 */

/** An Electron app with one empty window: the floor of what can be had. */
export const EMPTY_APP = path.join(import.meta.dirname, 'empty');

/** Milliseconds since 1970, with their fractions. */
export const now = () => performance.timeOrigin + performance.now();

/** Nothing of a developer's own keys or proxies may steer a measurement. */
const cleanEnv = (/** @type {NodeJS.ProcessEnv} */ env) =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(OPENAI_|https?_proxy$|no_proxy$)/i.test(name)),
  );

/** @param {import('node:child_process').ChildProcess} child */
async function debuggerOf(child) {
  if (child.stderr === null) throw new Stop('The app has no stderr.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Stop('The app ended before its window was there.');
}

/** The page of an app's window, once it can be used. @param {Browser} browser @returns {Promise<Page>} */
async function usablePage(browser) {
  for (;;) {
    const page = browser.contexts()[0]?.pages()[0];
    const marks = () => performance.getEntriesByName('parlance:interactive').length;
    // It throws while the page is on its way to its address.
    if (page !== undefined && (await page.evaluate(marks).catch(() => 0)) > 0) return page;
    await pause(50);
  }
}

/**
 * Starts an app and waits until it can be used.
 * @param {{ readonly electron: string, readonly env: NodeJS.ProcessEnv }} machine
 * @param {{ readonly profile: string, readonly app?: string, readonly env?: NodeJS.ProcessEnv,
 *   readonly untouchedMs?: number }} options `untouchedMs`: nothing is asked of the app for so long, so that
 *   asking does not slow its start
 * @returns {Promise<Running>}
 */
export async function openApp(machine, { profile, app = projectRoot, env = {}, untouchedMs = 1000 }) {
  const switches = [...sandboxSwitches(), '--remote-debugging-port=0', '--lang=en-US'];
  const spawnedAt = now();
  const child = endWithUs(
    spawn(machine.electron, [...switches, app, `--user-data-dir=${profile}`], {
      env: { ...cleanEnv(machine.env), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  const closed = once(child, 'close');
  const address = await debuggerOf(child);
  child.stderr?.resume();
  await pause(untouchedMs);
  const browser = await chromium.connectOverCDP(address);
  const page = await usablePage(browser);
  const close = async () => {
    await page.close().catch(() => undefined);
    await closed;
    await browser.close().catch(() => undefined);
  };
  return { page, browser, pid: child.pid ?? 0, spawnedAt, close };
}
