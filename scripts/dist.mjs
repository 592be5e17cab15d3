import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from './build/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { showTool } from './lib/run.mjs';
import { runCommand } from './lib/stop.mjs';
import { releaseNotes } from './package/release-notes.mjs';
import { missingSignatures } from './package/signing.mjs';
import { updateFeed } from './package/update-feed.mjs';
import { copyDistribution, electronVersion } from './runtime/distribution.mjs';
import { resolveElectron } from './runtime/electron-runtime.mjs';

/** @param {string} folder @returns {Promise<string>} the file in which electron-builder finds what is new */
async function writeReleaseNotes(folder) {
  const [changelog, manifest] = await Promise.all(
    ['CHANGELOG.md', 'package.json'].map((name) => readFile(path.join(projectRoot, name), 'utf8')),
  );
  const file = path.join(folder, 'release-notes.md');
  await writeFile(file, releaseNotes(changelog ?? '', JSON.parse(manifest ?? '').version));
  return file;
}

/**
 * Whether all that is asked for is for a machine like this one.
 * @param {readonly string[]} args electron-builder's; without an architecture it builds what electron-builder.yml lists
 */
const isForThisMachine = (args) =>
  args.some((arg) => arg === '--dir' || arg === `--${process.arch}`) &&
  !args.some((arg) => /^--(ia32|x64|armv7l|arm64|universal)$/.test(arg) && arg !== `--${process.arch}`);

/**
 * The runtime at hand, where it fits; else electron-builder downloads the official ones.
 * @param {readonly string[]} args
 * @param {string} work
 */
async function runtimeSwitches(args, work) {
  if (!isForThisMachine(args)) return [];
  const electron = await resolveElectron();
  const version = await electronVersion(electron);
  console.log(`Packaging with Electron ${version}`);
  const runtime = path.join(work, 'runtime');
  await copyDistribution(electron, runtime);
  return [`-c.electronDist=${runtime}`, `-c.electronVersion=${version}`];
}

await runCommand(async () => {
  const args = process.argv.slice(2);
  await buildIfNeeded();
  const feed = updateFeed(process.env);
  if (feed.length === 0) console.log('Without UPDATE_URL the packages will not look for new versions.');
  for (const note of missingSignatures(process.platform, process.env)) console.log(note);
  const work = await mkdtemp(path.join(os.tmpdir(), 'parlance-dist-'));
  try {
    return await showTool('electron-builder/cli.js', [
      // Without it, CI=true alone would make electron-builder publish.
      '--publish=never',
      `-c.releaseInfo.releaseNotesFile=${await writeReleaseNotes(work)}`,
      ...feed,
      ...(await runtimeSwitches(args, work)),
      ...args,
    ]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
