import { cp } from 'node:fs/promises';
import path from 'node:path';
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

/**
 * The folder that a runtime's executable belongs to.
 * @param {string} executable
 */
const distributionFolder = (executable) =>
  // On macOS it is DIST/Electron.app/Contents/MacOS/Electron.
  process.platform === 'darwin' ? path.resolve(executable, '../../../..') : path.dirname(executable);

/**
 * @param {string} executable
 * @returns {Promise<string>} such as `33.2.1`
 * @throws {Stop} when the executable does not run
 */
export async function electronVersion(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { code, stdout, stderr } = await read(executable, ['-p', 'process.versions.electron'], { env });
  if (code !== 0) throw new Stop(`${executable} does not run:\n${stderr.trim()}`);
  return stdout.trim();
}

/**
 * Copies a runtime without what only serves running a checkout.
 * @param {string} executable
 * @param {string} folder where to
 */
export const copyDistribution = (executable, folder) =>
  cp(distributionFolder(executable), folder, {
    recursive: true,
    // Relative links inside macOS frameworks must stay relative.
    verbatimSymlinks: true,
    // A runtime that served another app may still say where that app's updates come from.
    filter: (source) => !['default_app.asar', 'app-update.yml'].includes(path.basename(source)),
  });
