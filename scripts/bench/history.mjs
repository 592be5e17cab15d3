import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bundleBackstage, runBesideBackstage } from './lib/backstage.mjs';

/**
 * Makes histories of these sizes and prints what their use takes, raw and as ratios to reading one message by its id. Runs
 * backstage's own code in Electron's Node.
 * @param {readonly number[]} sizes in messages
 * @returns {Promise<number>} an exit code: 1 where a budget of the design is missed
 */
export async function benchHistory(sizes) {
  const bundle = await bundleBackstage();
  let worst = 0;
  for (const size of sizes) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-bench-'));
    const code = await runBesideBackstage('history/program.mjs', [bundle, folder, String(size)]);
    worst = Math.max(worst, code);
    await rm(folder, { recursive: true, force: true });
  }
  return worst;
}
