import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { prepare } from '../../machine/prepare.mjs';
import { buildPackages } from './build-packages.mjs';

/**
 * A free port, which stays free until it is served, minutes later: nobody is given one below 32768 unasked (Linux'
 * `ip_local_port_range`; elsewhere 49152, RFC 6335).
 * @returns {Promise<number>}
 */
async function freePort() {
  const port = randomInt(20_000, 32_768);
  const server = createServer();
  const isFree = await new Promise((resolve) =>
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)),
  );
  if (!isFree) return freePort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Before the packaged tests: makes the packages, and removes them after. */
export default async function setUp() {
  process.env.ELECTRON_EXEC_PATH = await prepare({ screenless: true, tests: true });
  // Outside the checkout: inside, a module missing from the package would be found in the checkout's node_modules.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-packages-'));
  // Who uses the packages is not who makes them.
  await chmod(folder, 0o755);
  process.env.PACKAGES_FOLDER = folder;
  process.env.PACKAGES_FEED = `http://127.0.0.1:${await freePort()}/`;
  const began = Date.now();
  await buildPackages(folder, process.env.PACKAGES_FEED);
  console.log(`Packaged in ${Math.round((Date.now() - began) / 1000)} s`);
  return () => rm(folder, { recursive: true, force: true });
}
