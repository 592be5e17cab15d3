import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { show } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { copyDistribution } from '../runtime/distribution.mjs';
import { toRow } from './lib/report.mjs';
import { timeStart } from './page/time-start.mjs';

/** @param {string} output @returns {Promise<string>} the folder of the packaged app in it */
async function packApp(output) {
  const dist = path.join(projectRoot, 'scripts/dist.mjs');
  if ((await show(process.execPath, [dist, '--dir', `-c.directories.output=${output}`])) !== 0)
    throw new Stop('The app could not be packed.');
  const folder = (await readdir(output)).find((name) => name.endsWith('-unpacked'));
  if (folder === undefined) throw new Stop('This is measured on Linux and Windows.');
  return path.join(output, folder);
}

/** Megabytes of all files in a folder. @param {string} folder @returns {Promise<number>} */
async function megabytesIn(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(path.join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1_000_000;
}

/**
 * What the packaged app takes on the disk, and its cold start.
 * @param {import('./page/machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number }} options
 */
export async function benchPackaged(machine, folder, { runs }) {
  const runtime = path.join(folder, 'runtime');
  await copyDistribution(machine.electron, runtime);
  const packed = await packApp(path.join(folder, 'packed'));
  const executable = path.join(packed, process.platform === 'win32' ? 'Parlance.exe' : 'parlance');
  const values = [];
  const floors = [];
  // The first of each fills caches that any later start has.
  for (let run = -1; run < runs; run += 1) {
    const floor = await timeStart(machine, { profile: path.join(folder, 'unpacked') });
    // A package takes no folder to run.
    const options = { profile: path.join(folder, 'packaged'), app: '--packaged' };
    const value = await timeStart({ ...machine, electron: executable }, options);
    if (run < 0) continue;
    floors.push(floor);
    values.push(value);
  }
  return [
    toRow({
      group: 'packaged',
      name: 'the app as it is installed (floor: Electron alone)',
      unit: 'MB',
      values: [await megabytesIn(packed)],
      floors: [await megabytesIn(runtime)],
      budget: { of: 'ratio', most: 1.15 },
    }),
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
