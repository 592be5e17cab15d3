import { existsSync } from 'node:fs';
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { findNeeds } from './needs.mjs';

const APT_ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/**
 * The name under which this release of Debian or Ubuntu has a package: some gained "t64" with 64-bit time.
 * @param {string} name
 */
async function releaseName(name) {
  return (await read('apt-cache', ['show', `${name}t64`])).code === 0 ? `${name}t64` : name;
}

/** @param {readonly string[]} packages */
async function install(packages) {
  console.log(`Installing with apt-get: ${packages.join(' ')}`);
  // Its errors do not count yet: stale or partly unreachable lists may still do.
  await read('apt-get', ['update'], { env: APT_ENV });
  const names = await Promise.all(packages.map(releaseName));
  const args = ['install', '-y', '--no-install-recommends', ...names];
  const { code, stderr } = await read('apt-get', args, { env: APT_ENV });
  if (code !== 0) throw new Stop(`apt-get could not install them:\n${stderr.trim()}`);
}

/**
 * The command that brings what is missing.
 * @param {readonly string[]} packages Debian package names
 */
const installCommand = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/**
 * Makes sure that the machine can run an Electron executable: as root on Debian or Ubuntu it installs what is missing,
 * otherwise it says what to do.
 * @param {string} executable
 * @param {{ readonly screenless: boolean, readonly tests: boolean }} purpose as in findNeeds
 * @throws {Stop} when something vital is missing and cannot be installed
 */
export async function ensureSystemPackages(executable, purpose) {
  const needs = await findNeeds(executable, purpose);
  if (needs.length === 0) return;
  const packages = [...new Set(needs.flatMap((need) => need.packages))];
  const missing = `This machine lacks ${needs.map((need) => need.what).join(', ')}.`;
  console.log(missing);
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await install(packages);
    return;
  }
  const advice = `On Debian or Ubuntu, run:\n  ${installCommand(packages)}`;
  if (needs.some((need) => need.vital)) throw new Stop(advice);
  console.log(advice);
}
