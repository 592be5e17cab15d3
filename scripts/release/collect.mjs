import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { Stop } from '../lib/stop.mjs';

/** Packages, what updates are found by (`latest.yml` and its like), and what they are downloaded in pieces by. */
const released = /\.(deb|rpm|AppImage|tar\.gz|exe|dmg|zip|blockmap)$|^(latest|beta|alpha)(-\w+)*\.yml$/;

/**
 * Moves what a release consists of from where electron-builder leaves it, among unpacked apps and notes for debugging.
 * @param {string} from
 * @param {string} to
 * @throws {Stop} when there is nothing
 */
export async function collect(from, to) {
  const entries = await readdir(from, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && released.test(entry.name))
    .map(({ name }) => name);
  if (names.length === 0) throw new Stop(`There are no packages in ${from}.`);
  await mkdir(to, { recursive: true });
  for (const name of names) await rename(path.join(from, name), path.join(to, name));
  console.log(names.join('\n'));
}
