import os from 'node:os';
import path from 'node:path';

/** The checkout's top folder. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');

/**
 * Parlance's folder in the user's cache, shared by all checkouts.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} an absolute path (it need not exist yet)
 */
export function cacheFolder(env = process.env) {
  // The XDG base directory specification: a relative value is invalid and to be ignored.
  const base = env.XDG_CACHE_HOME;
  return path.join(base && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache'), 'parlance');
}
