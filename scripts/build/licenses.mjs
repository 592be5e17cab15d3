import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { Stop } from '../lib/stop.mjs';
import { missingLicenses } from './missing-licenses.mjs';

/**
 * @typedef {object} License as Vite's `build.license` writes it
 * @property {string} name of the package
 * @property {string} version
 * @property {string} [identifier] as in SPDX
 * @property {string} [text]
 */

/** What electron-builder.yml packs without bundling; libsql's binaries come under libsql's licence. */
const packedPackages = ['libsql', '@neon-rs/load', 'detect-libc'];

/** @param {string} name an installed package @returns {Promise<License>} */
async function readLicense(name) {
  const folder = path.join(projectRoot, 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const text = file === undefined ? '' : await readFile(path.join(folder, file), 'utf8');
  return { name, version, identifier: license, text };
}

/**
 * @param {readonly License[]} licenses of one package perhaps several times
 * @returns {string} each package once, by name, with its licence's text
 * @throws {Stop} when a package comes without a text: it may not be passed on then
 */
export function formatLicenses(licenses) {
  const byPackage = new Map(licenses.map((one) => [`${one.name} ${one.version}`, one]));
  const sections = [...byPackage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, one]) => {
      const text = one.text?.trim() || missingLicenses[one.name];
      if (!text) throw new Stop(`${title} comes without the text of its licence.`);
      return `${title} (${one.identifier ?? 'see below'})\n\n${text}\n`;
    });
  return sections.join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * Gathers the licences of everything that a packaged app holds beside Electron itself into one file, and removes the
 * lists that the bundler left.
 * @param {string} out the folder of the finished build
 * @returns {Promise<void>}
 * @throws {Stop} as formatLicenses
 */
export async function writeLicenses(out) {
  const lists = ['main', 'preload', 'renderer'].map((part) => path.join(out, part, 'licenses.json'));
  const bundled = await Promise.all(
    lists.map(async (file) => /** @type {License[]} */ (JSON.parse(await readFile(file, 'utf8')))),
  );
  const packed = await Promise.all(packedPackages.map(readLicense));
  await writeFile(path.join(out, 'THIRD-PARTY-LICENSES.txt'), formatLicenses([...bundled.flat(), ...packed]));
  for (const file of lists) await rm(file);
}
