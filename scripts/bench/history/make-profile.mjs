import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Stop } from '../../lib/stop.mjs';
import { bundleBackstage, runBesideBackstage } from '../lib/backstage.mjs';

/** What the histories of the bench are encrypted with. */
export const BENCH_KEY = '0123456789abcdef'.repeat(4);

/**
 * Puts a history with its whole index into a profile folder (made if need be), with its key in the key file: the app opens it
 * at once. About 20 s for 200,000 messages; the same ones every time.
 * @param {string} profile a folder without a history
 * @param {import('./fill.mjs').Shape} shape
 */
export async function makeProfile(profile, shape) {
  await mkdir(profile, { recursive: true });
  await writeFile(path.join(profile, 'history.key'), `${BENCH_KEY}\n`, { mode: 0o600 });
  const args = [await bundleBackstage(), path.join(profile, 'history.db'), BENCH_KEY, JSON.stringify(shape)];
  if ((await runBesideBackstage('history/fill-program.mjs', args)) !== 0)
    throw new Stop('The history could not be made');
}
