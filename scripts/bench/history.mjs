import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../lib/paths.mjs';
import { show } from '../lib/run.mjs';
import { resolveElectron } from '../runtime/electron-runtime.mjs';

/** The parts of backstage that the program drives. */
const entries = [
  'backstage',
  'database/open-history',
  'history/chats',
  'history/write-message',
  'search/index-queue',
];

/** Bundles them for the runtime. @returns {Promise<string>} the folder */
export async function bundleBackstage() {
  const outDir = path.join(projectRoot, 'node_modules/.cache/bench');
  const input = Object.fromEntries(
    entries.map((name) => [path.basename(name), path.join(projectRoot, `main/backstage/${name}.ts`)]),
  );
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input, output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } },
    },
  });
  return outDir;
}

/**
 * Makes histories of these sizes and prints what their use takes, raw and as ratios to reading one message by its id. Runs
 * backstage's own code in Electron's Node.
 * @param {readonly number[]} sizes in messages
 * @returns {Promise<number>} an exit code: 1 where a budget of the design is missed
 */
export async function benchHistory(sizes) {
  const electron = await resolveElectron();
  const bundle = await bundleBackstage();
  const program = path.join(import.meta.dirname, 'history/program.mjs');
  let worst = 0;
  for (const size of sizes) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-bench-'));
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const code = await show(electron, [program, bundle, folder, String(size)], { env });
    worst = Math.max(worst, code);
    await rm(folder, { recursive: true, force: true });
  }
  return worst;
}
