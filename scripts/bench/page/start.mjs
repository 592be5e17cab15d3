import path from 'node:path';
import { makeProfile } from '../history/make-profile.mjs';
import { toRow } from '../lib/report.mjs';
import { EMPTY_APP } from './open.mjs';
import { timeStart } from './time-start.mjs';

const WARM_UPS = 3;

/**
 * Cold start to a page that can be used, with this many messages stored.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number, readonly messages: number }} options
 */
export async function benchStart(machine, folder, { runs, messages }) {
  const profile = path.join(folder, 'full');
  await makeProfile(profile, { messages });
  const fresh = path.join(folder, 'fresh');
  const empty = path.join(folder, 'empty');
  const values = [];
  const freshValues = [];
  const floors = [];
  // The first of each fill caches that any later start has: V8 writes what it compiled at the second, and what is drawn at once by
  // the chats that the one before left.
  for (let run = -WARM_UPS; run < runs; run += 1) {
    const floor = await timeStart(machine, { profile: empty, app: EMPTY_APP });
    const value = await timeStart(machine, { profile });
    const freshValue = await timeStart(machine, { profile: fresh });
    if (run < 0) continue;
    floors.push(floor);
    values.push(value);
    freshValues.push(freshValue);
  }
  const common = { group: 'start', unit: 'ms', floors };
  const name = `cold start with ${messages.toLocaleString('en')} messages`;
  return [
    toRow({ ...common, name, values, budget: { of: 'ratio', most: 1.5 } }),
    toRow({ ...common, name: 'cold start with an empty history', values: freshValues }),
  ];
}
