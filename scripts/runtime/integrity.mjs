import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../lib/stop.mjs';

/**
 * Makes sure that a file is the one that was pinned, before anything is unpacked from it.
 * @param {string} file
 * @param {string} integrity in the form of a lock file: `sha512-` and the digest in base64
 * @throws {Stop} when the file differs
 */
export async function verifyIntegrity(file, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) {
    throw new Stop(`The downloaded file is not the expected one and was not used.\n${found}\n${integrity}`);
  }
}
