import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openDisplay } from '../../machine/display.mjs';
import { prepare } from '../../machine/prepare.mjs';

/** @typedef {{ readonly electron: string, readonly env: NodeJS.ProcessEnv }} Machine */

/**
 * Runs a measurement with an Electron, a screen and a folder of its own.
 * @template T
 * @param {(machine: Machine, folder: string) => Promise<T>} measure
 * @returns {Promise<T>}
 */
export async function onMachine(measure) {
  const electron = await prepare({ screenless: true, tests: false });
  const display = await openDisplay();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-bench-'));
  try {
    return await measure({ electron, env: display.env }, folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    await display.close();
  }
}
