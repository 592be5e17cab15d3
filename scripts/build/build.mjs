import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { showTool } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { writeLicenses } from './licenses.mjs';
import { hashSources } from './source-hash.mjs';

const out = path.join(projectRoot, 'out');
/** The fingerprint of the sources that out/ was built from. */
const stamp = path.join(out, '.sources');

/** @throws {Stop} when the build fails */
export async function build() {
  const sources = await hashSources();
  // Gone while building: a build that was cut off counts as none.
  await forgetBuild();
  const code = await showTool('electron-vite/bin/electron-vite.js', ['build']);
  if (code !== 0) throw new Stop('The build failed; see above.');
  await writeLicenses(out);
  await writeFile(stamp, sources);
}

/**
 * Builds unless out/ is already what the sources would give.
 * @throws {Stop} when the build fails
 */
export async function buildIfNeeded() {
  const built = await readFile(stamp, 'utf8').catch(() => null);
  if (built !== (await hashSources())) await build();
}

/** Makes the next buildIfNeeded build: for whoever writes something else into out/. */
export const forgetBuild = () => rm(stamp, { force: true });
