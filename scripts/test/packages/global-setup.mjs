import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { prepare } from '../../machine/prepare.mjs';
import { buildPackages } from './build-packages.mjs';

/** @returns {Promise<number>} a port that is free now: the address of updates is built into the packages before it is served */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
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
