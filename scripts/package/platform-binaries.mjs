import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { verifyIntegrity } from '../runtime/integrity.mjs';

/** libsql's binary packages by platform and architecture, as electron-builder calls them. */
const packages = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  'linux-x64': ['linux-x64-gnu'],
  'linux-arm64': ['linux-arm64-gnu'],
  'win32-x64': ['win32-x64-msvc'],
  // The two halves of a universal app hold the same files, or they could not be merged.
  'darwin-x64': ['darwin-x64', 'darwin-arm64'],
  'darwin-arm64': ['darwin-x64', 'darwin-arm64'],
});

const scope = path.join(projectRoot, 'node_modules/@libsql');

/** @param {string} name @returns {Promise<{ version: string, integrity: string }>} as the lock file pins it */
async function pinned(name) {
  const lock = JSON.parse(await readFile(path.join(projectRoot, 'package-lock.json'), 'utf8'));
  return lock.packages[`node_modules/@libsql/${name}`];
}

/**
 * Fetches one of them, checked against the lock file's hash, to where npm would have put it.
 * @param {string} name such as `linux-arm64-gnu`
 */
async function fetchBinary(name) {
  const { version, integrity } = await pinned(name);
  console.log(`Fetching libsql's binary for ${name} from the npm registry ...`);
  await mkdir(scope, { recursive: true });
  const work = await mkdtemp(path.join(scope, '.partial-'));
  try {
    const packed = await read('npm', [
      'pack',
      `@libsql/${name}@${version}`,
      '--silent',
      '--pack-destination',
      work,
    ]);
    const file = path.join(work, packed.stdout.trim());
    if (packed.code !== 0) throw new Stop(`npm could not fetch @libsql/${name}:\n${packed.stderr.trim()}`);
    await verifyIntegrity(file, integrity);
    const untar = await read('tar', ['-xzf', file, '-C', work]);
    if (untar.code !== 0) throw new Stop(`tar could not unpack it:\n${untar.stderr.trim()}`);
    await rename(path.join(work, 'package'), path.join(scope, name));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Makes sure that the database's binaries for another machine than this one are there to be packed: npm installs its own
 * machine's only, and an app without them would not open a history.
 * @param {string} platform `linux`, `win32` or `darwin`
 * @param {string} arch `x64` or `arm64`
 * @throws {Stop} when there are none for it, or they cannot be had
 */
export async function ensureLibsql(platform, arch) {
  const names = packages[`${platform}-${arch}`];
  if (!names) throw new Stop(`There is no libsql for ${platform} on ${arch}.`);
  for (const name of names) if (!existsSync(path.join(scope, name))) await fetchBinary(name);
}
