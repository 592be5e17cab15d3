import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../lib/paths.mjs';
import { show } from '../../lib/run.mjs';
import { Stop } from '../../lib/stop.mjs';
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

/**
 * The same with a program that writes what it measured, as JSON, to the file that its last argument names.
 * @param {string} program path below `scripts/bench`
 * @param {string} folder where that file may be put
 * @param {readonly string[]} args the others
 * @returns {Promise<any>} what it wrote
 */
export async function measureBesideBackstage(program, folder, args) {
  const out = path.join(folder, 'measured.json');
  if ((await runBesideBackstage(program, [...args, out])) !== 0)
    throw new Stop('The measurement did not finish');
  return JSON.parse(await readFile(out, 'utf8'));
}
