import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../lib/paths.mjs';
import { show } from '../../lib/run.mjs';
import { Stop } from '../../lib/stop.mjs';
import { copyDistribution } from '../../runtime/distribution.mjs';
import { toRow } from '../lib/report.mjs';

/** Bytes of all files in a folder. @param {string} folder @returns {Promise<number>} */
async function bytesIn(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(path.join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * What the installed app takes on the disk, beside Electron alone.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 */
export async function benchSize({ electron }, folder) {
  const runtime = path.join(folder, 'runtime');
  await copyDistribution(electron, runtime);
  const output = path.join(folder, 'packed');
  const dist = path.join(projectRoot, 'scripts/dist.mjs');
  if ((await show(process.execPath, [dist, '--dir', `-c.directories.output=${output}`])) !== 0)
    throw new Stop('The app could not be packed.');
  const [unpacked = ''] = (await readdir(output)).filter((name) => name.endsWith('-unpacked'));
  const megabytes = async (/** @type {string} */ of) => (await bytesIn(of)) / 1_000_000;
  return [
    toRow({
      group: 'size',
      name: 'the app as it is installed (floor: Electron alone)',
      unit: 'MB',
      values: [await megabytes(path.join(output, unpacked))],
      floors: [await megabytes(runtime)],
      budget: { of: 'ratio', most: 1.15 },
    }),
  ];
}
