import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bundleBackstage, measureBesideBackstage } from './lib/backstage.mjs';

/**
 * Imports a made-up export of this size, imports it again and exports everything: how fast that is, how much memory it takes
 * and how long others wait meanwhile. Runs backstage's own code in Electron's Node.
 * @param {number} megabytes
 * @returns {Promise<readonly import('./lib/report.mjs').Row[]>}
 */
export async function benchImport(megabytes) {
  const bundle = await bundleBackstage();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-bench-'));
  try {
    return await measureBesideBackstage('import/program.mjs', folder, [bundle, folder, String(megabytes)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
