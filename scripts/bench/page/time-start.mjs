import { openApp } from './open.mjs';

/** By then the slowest start is over, so that being asked cannot slow it. */
const UNTOUCHED_MS = 2500;

/**
 * Starts an app and closes it.
 * @param {import('./machine.mjs').Machine} machine
 * @param {Omit<Parameters<typeof openApp>[1], 'untouchedMs'>} options
 * @returns {Promise<number>} milliseconds from the start of the process to a page that can be used
 */
export async function timeStart(machine, options) {
  const running = await openApp(machine, { ...options, untouchedMs: UNTOUCHED_MS });
  const at = await running.page.evaluate(() => {
    const mark = performance.getEntriesByName('parlance:interactive')[0]?.startTime ?? Number.NaN;
    return performance.timeOrigin + mark;
  });
  await running.close();
  return at - running.spawnedAt;
}
