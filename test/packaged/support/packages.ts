import { readdirSync } from 'node:fs';
import path from 'node:path';

const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by scripts/test/packages/global-setup.mjs`);
  return value;
};

/** Where the packages are that were made for these tests. */
const packagesFolder = (): string => required('PACKAGES_FOLDER');

/** Where the packaged apps look for updates, with a slash at its end. Nothing is served there until a test does. */
export const feedUrl = (): string => required('PACKAGES_FEED');

/** A package of this or the former version, by how its name ends. */
export const packageFile = (version: 'now' | 'former', ending: string): string => {
  const folder = path.join(packagesFolder(), version);
  const name = readdirSync(folder).find((one) => one.endsWith(ending));
  if (name === undefined) throw new Error(`There is no ${ending} in ${folder}`);
  return path.join(folder, name);
};

const places: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'win-unpacked/Parlance.exe',
  linux: 'linux-unpacked/parlance',
  darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/Parlance.app/Contents/MacOS/Parlance`,
};

/** The executable of the unpacked app of this version. */
export const unpackedApp = (): string => path.join(packagesFolder(), 'now', places[process.platform] ?? '');
