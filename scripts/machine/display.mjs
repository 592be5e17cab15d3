import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endWithUs } from '../lib/children.mjs';
import { Stop } from '../lib/stop.mjs';

/**
 * Whether a window can be shown.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export const hasDisplay = (env = process.env, platform = process.platform) =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** @typedef {{ readonly env: NodeJS.ProcessEnv, readonly close: () => Promise<void> }} Display */

/**
 * Starts a virtual screen.
 * @returns {Promise<Display>} the environment for programs that are to be shown on it
 * @throws {Stop} when there is no working Xvfb
 */
async function openVirtualDisplay() {
  // -displayfd lets the server itself choose a free number: no race between two of them. -noreset: by default it starts
  // over when the last window closes, and turns away an app that starts in that moment.
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'];
  const server = endWithUs(spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }));
  // "close" follows both an early exit and a failed start.
  const closed = new Promise((resolve) => server.once('close', resolve));
  server.once('error', () => undefined);
  const numbers = createInterface({ input: /** @type {import('node:stream').Readable} */ (server.stdio[3]) });
  const number = await Promise.race([
    once(numbers, 'line').then(([line]) => String(line)),
    closed.then(() => null),
  ]);
  if (number === null) throw new Stop('The virtual screen (Xvfb) could not be started.');
  const close = async () => {
    server.kill();
    await closed;
  };
  return { env: { ...process.env, DISPLAY: `:${number}` }, close };
}

/**
 * The screen to open windows on: the real one, else a virtual one.
 * @returns {Promise<Display>} to be closed by the caller
 * @throws {Stop} when there is neither a display nor a working Xvfb
 */
export const openDisplay = async () =>
  hasDisplay() ? { env: process.env, close: async () => undefined } : openVirtualDisplay();

/**
 * Runs something that opens windows and closes the virtual screen, if any, after it.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} action gets the environment for its child processes
 * @returns {Promise<T>}
 */
export async function withDisplay(action) {
  const display = await openDisplay();
  try {
    return await action(display.env);
  } finally {
    await display.close();
  }
}
