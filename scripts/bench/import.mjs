import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bundleBackstage, runBesideBackstage } from './lib/backstage.mjs';

/**
 * Imports a made-up export of this size, imports it again, exports everything, and prints how fast that is, how much memory
 * it takes and how long others wait meanwhile. Runs backstage's own code in Electron's Node.
 * @param {number} megabytes
 * @returns {Promise<number>} an exit code: 1 where memory grows with the file or a message is missing
 */
export async function benchImport(megabytes) {
  const bundle = await bundleBackstage();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-bench-'));
  const code = await runBesideBackstage('import/program.mjs', [bundle, folder, String(megabytes)]);
  await rm(folder, { recursive: true, force: true });
  return code;
}
