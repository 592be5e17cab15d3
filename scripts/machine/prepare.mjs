import { buildIfNeeded } from '../build/build.mjs';
import { resolveElectron } from '../runtime/electron-runtime.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Makes everything ready that running the app from the checkout takes.
 * @param {{ readonly screenless: boolean, readonly tests: boolean }} purpose as in findNeeds
 * @returns {Promise<string>} the Electron executable
 * @throws {import('../lib/stop.mjs').Stop} when something cannot be made ready
 */
export async function prepare(purpose) {
  const executable = await resolveElectron();
  await ensureSystemPackages(executable, purpose);
  await buildIfNeeded();
  return executable;
}
