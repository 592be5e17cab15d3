import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { itemCount, releaseNotes } from './package/release-notes.mjs';
import { writeSums } from './release/checksums.mjs';
import { collect } from './release/collect.mjs';
import { sbom } from './release/sbom.mjs';

const dist = path.join(projectRoot, 'dist');
const release = path.join(dist, 'release');

/** @param {string} name @returns {Promise<string>} */
const readOurs = (name) => readFile(path.join(projectRoot, name), 'utf8');

/** @returns {Promise<{ readonly version: string, readonly notes: string }>} of the version that package.json names */
async function thisVersion() {
  const { version } = JSON.parse(await readOurs('package.json'));
  return { version, notes: releaseNotes(await readOurs('CHANGELOG.md'), version) };
}

/** What each step of a release does. */
const steps = {
  /** Nothing is built of a tag that says another version than package.json, or that a changelog says nothing of. */
  check: async (/** @type {string | undefined} */ tag) => {
    const { version, notes } = await thisVersion();
    if (tag !== `v${version}`) throw new Stop(`The tag is ${tag}, but package.json says ${version}.`);
    if (notes === '') throw new Stop(`CHANGELOG.md says nothing of ${version}.`);
    const chinese = releaseNotes(await readOurs('CHANGELOG.zh-CN.md'), version);
    if (itemCount(chinese) !== itemCount(notes))
      throw new Stop(`CHANGELOG.zh-CN.md does not say of ${version} what CHANGELOG.md says, item by item.`);
  },
  notes: async () => {
    await mkdir(dist, { recursive: true });
    await writeFile(path.join(dist, 'release-notes.md'), `${(await thisVersion()).notes}\n`);
  },
  collect: () => collect(dist, release),
  sbom: async () => {
    await mkdir(release, { recursive: true });
    const { version } = await thisVersion();
    await writeFile(path.join(release, `Parlance-${version}.cdx.json`), await sbom());
  },
  checksums: () => writeSums(release),
};

await runCommand(async () => {
  const [name = '', argument] = process.argv.slice(2);
  const step = Object.entries(steps).find(([one]) => one === name)?.[1];
  if (!step) throw new Stop(`A release has these steps: ${Object.keys(steps).join(', ')}.`);
  await step(argument);
  return 0;
});
