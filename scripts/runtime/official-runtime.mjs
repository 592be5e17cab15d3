import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { read } from '../lib/run.mjs';

const electronPackage = path.join(projectRoot, 'node_modules/electron');

/** Enough for 120 MB at 400 kB/s; only where there is something else to fall back on. */
const DOWNLOAD_LIMIT_MS = 300_000;

/**
 * The executable that the installed `electron` package brings.
 * @param {string} [packageFolder]
 * @returns {string | null} null while its binary has not been downloaded (completely)
 */
export function installedRuntime(packageFolder = electronPackage) {
  // Written by the package's own install script as its last step.
  const pathFile = path.join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = path.join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : null;
}

/**
 * Runs the `electron` package's own download, which checks its own checksums.
 * @param {boolean} hasFallback whether to give up after a while
 * @returns {Promise<{ readonly executable: string | null, readonly reason: string }>}
 */
export async function downloadOfficialRuntime(hasFallback) {
  console.log("Downloading Electron from its project's release page ...");
  const { stderr } = await read(process.execPath, [path.join(electronPackage, 'install.js')], {
    timeoutMs: hasFallback ? DOWNLOAD_LIMIT_MS : 0,
  });
  const reason = stderr.trim().split('\n')[0] || 'timed out';
  return { executable: installedRuntime(), reason };
}
