import path from 'node:path';
import { EMPTY_APP, openApp } from './open.mjs';
import { appendPlain } from './plain.mjs';
import { installProbe } from './probe.mjs';
import { heldByRole } from './processes.mjs';

/** It has reached its height by then: what its frames leave behind is collected now and again. */
const PLAIN_MS = 120_000;

/**
 * The most memory that a page's process holds while the same replies are appended to a bare <pre>, in MB: what Chromium leaves
 * lying about however little is shown.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly tokens: readonly string[], readonly perSecond: number }} reply
 * @returns {Promise<number>}
 */
export async function highestOfPlain(machine, folder, reply) {
  const app = await openApp(machine, { profile: path.join(folder, 'plain'), app: EMPTY_APP });
  const probe = await installProbe(app.page);
  let highest = 0;
  for (const end = performance.now() + PLAIN_MS; performance.now() < end; ) {
    await appendPlain(app.page, probe, reply);
    highest = Math.max(highest, (await heldByRole(app)).get('page') ?? 0);
  }
  await app.close();
  return highest;
}
