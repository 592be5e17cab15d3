import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../lib/paths.mjs';
import { show } from '../../lib/run.mjs';
import { resolveElectron } from '../../runtime/electron-runtime.mjs';

/** The parts of backstage that programs of the bench drive. */
const entries = [
  'backstage',
  'database/open-history',
  'history/chats',
  'history/write-message',
  'search/index-queue',
  'search/merge-index',
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
 * Runs a program in Electron's Node, as backstage runs; what it prints is seen.
 * @param {string} program path below `scripts/bench`
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runBesideBackstage(program, args) {
  const electron = await resolveElectron();
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return show(electron, [path.join(projectRoot, 'scripts/bench', program), ...args], { env });
}
