import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../lib/paths.mjs';
import { show } from '../../lib/run.mjs';
import { Stop } from '../../lib/stop.mjs';
import { toRow } from '../lib/report.mjs';
import { openApp } from '../page/open.mjs';

/** By then the slowest start is over, so that being asked cannot slow it. */
const UNTOUCHED_MS = 2500;

/** @param {string} output @returns {Promise<string>} the executable of the packaged app in it */
async function packApp(output) {
  const dist = path.join(projectRoot, 'scripts/dist.mjs');
  if ((await show(process.execPath, [dist, '--dir', `-c.directories.output=${output}`])) !== 0)
    throw new Stop('The app could not be packed.');
  const folder = (await readdir(output)).find((name) => name.endsWith('-unpacked'));
  if (folder === undefined) throw new Stop('This is measured on Linux and Windows.');
  return path.join(output, folder, process.platform === 'win32' ? 'Parlance.exe' : 'parlance');
}

/**
 * Milliseconds from the start of the process to a page that can be used.
 * @param {import('../page/machine.mjs').Machine} machine
 * @param {Parameters<typeof openApp>[1]} options
 */
async function timeStart(machine, options) {
  const running = await openApp(machine, { ...options, untouchedMs: UNTOUCHED_MS });
  const at = await running.page.evaluate(
    () =>
      performance.timeOrigin +
      (performance.getEntriesByName('parlance:interactive')[0]?.startTime ?? Number.NaN),
  );
  await running.close();
  return at - running.spawnedAt;
}

/**
 * Cold start of the packaged app, beside the same app from the checkout.
 * @param {import('../page/machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number }} options
 */
export async function benchPackagedStart(machine, folder, { runs }) {
  const packaged = { ...machine, electron: await packApp(path.join(folder, 'packed')) };
  const values = [];
  const floors = [];
  // The first of each fills caches that any later start has.
  for (let run = -1; run < runs; run += 1) {
    const floor = await timeStart(machine, { profile: path.join(folder, 'unpacked') });
    // A package takes no folder to run.
    const value = await timeStart(packaged, { profile: path.join(folder, 'packaged'), app: '--packaged' });
    if (run < 0) continue;
    floors.push(floor);
    values.push(value);
  }
  return [
    toRow({
      group: 'packaged',
      name: 'cold start (floor: from the checkout)',
      unit: 'ms',
      values,
      floors,
      budget: { of: 'ratio', most: 1.1 },
    }),
  ];
}
