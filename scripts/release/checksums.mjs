import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../lib/stop.mjs';

const NAME = 'SHA256SUMS';

/** @param {string} file @returns {Promise<string>} in hex */
async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Writes the checksums of all files of a folder into it, as `sha256sum --check` reads them.
 * @param {string} folder
 * @throws {Stop} when there is nothing in it
 */
export async function writeSums(folder) {
  const names = (await readdir(folder)).filter((name) => name !== NAME).sort();
  if (names.length === 0) throw new Stop(`There is nothing in ${folder}.`);
  const lines = [];
  // One after the other: the disk is what takes the time.
  for (const name of names) lines.push(`${await sha256(path.join(folder, name))}  ${name}\n`);
  await writeFile(path.join(folder, NAME), lines.join(''));
}
