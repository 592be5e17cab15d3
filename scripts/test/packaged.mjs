import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { projectRoot } from '../lib/paths.mjs';
import { read } from '../lib/run.mjs';

const STEP_LIMIT_MS = 120_000;
/** How the executable says that a fuse is off: @electron/fuses does not export its FuseState. */
const FUSE_OFF = '0'.charCodeAt(0);

/** @typedef {{ readonly output: string, readonly executable: string, readonly env: NodeJS.ProcessEnv }} PackagedApp */

/**
 * Where electron-builder puts the executable of an unpacked app.
 * @param {NodeJS.Platform} [platform]
 */
function executablePlace(platform = process.platform) {
  if (platform === 'win32') return 'win-unpacked/Parlance.exe';
  if (platform === 'linux') return 'linux-unpacked/parlance';
  return `mac${process.arch === 'arm64' ? '-arm64' : ''}/Parlance.app/Contents/MacOS/Parlance`;
}

/**
 * @param {string} script of the scripts folder
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @throws with what the script printed, when it fails or does not end
 */
async function runScript(script, args, env) {
  const file = path.join(projectRoot, 'scripts', script);
  const ended = await read(process.execPath, [file, ...args], { env, timeoutMs: STEP_LIMIT_MS });
  if (ended.code !== 0) throw new Error(`${script} failed:\n${ended.stdout}\n${ended.stderr}`);
}

/** @param {PackagedApp} app @throws when it cannot be made */
const packageApp = ({ output, env }) =>
  runScript('dist.mjs', ['--dir', `-c.directories.output=${output}`], env);

/** @param {PackagedApp} app @throws when it does not start or does not answer */
const assertChats = ({ executable, env }) => {
  const screenshot = path.join(projectRoot, 'test-results/packaged.png');
  return runScript('demo.mjs', [`--app=${executable}`, `--screenshot=${screenshot}`], env);
};

/** @param {PackagedApp} app @throws when it could be made to run other people's code */
async function assertFuses({ executable }) {
  const wire = await getCurrentFuseWire(executable);
  const doors = /** @type {const} */ ([
    'RunAsNode',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
  ]);
  const open = doors.filter((name) => wire[FuseV1Options[name]] !== FUSE_OFF);
  if (open.length > 0) throw new Error(`These fuses are not off: ${open.join(', ')}`);
}

/** @param {PackagedApp} app @throws when the licence of something that it is made of is not there */
async function assertLicenses({ executable }) {
  const contents = path.resolve(executable, process.platform === 'darwin' ? '../..' : '..');
  const text = await readFile(path.join(contents, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  const missing = ['libsql', 'openai', 'react', 'zod'].filter((name) => !text.includes(`\n${name} `));
  if (missing.length > 0) throw new Error(`No licence of ${missing.join(', ')}`);
}

/** What must hold, each proof on the outcome of the first. */
const proofs = /** @type {const} */ ([
  ['the app can be packaged', packageApp],
  ['packaged, it chats', assertChats],
  ['packaged, it runs nobody else’s code', assertFuses],
  ['packaged, it holds the licences of what it is made of', assertLicenses],
]);

/**
 * Packages the app and drives the result.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function provePackaged(env) {
  // Outside the checkout: inside, a module missing from the package would be found in the checkout's node_modules.
  const output = await mkdtemp(path.join(os.tmpdir(), 'parlance-packaged-'));
  const app = { output, executable: path.join(output, executablePlace()), env };
  let failed = 0;
  for (const [name, prove] of proofs) {
    try {
      await prove(app);
      console.log(`  ✓ ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`  ✗ ${name}\n${error instanceof Error ? error.message : error}`);
    }
  }
  await rm(output, { recursive: true, force: true });
  return { passed: proofs.length - failed, failed, skipped: 0 };
}
