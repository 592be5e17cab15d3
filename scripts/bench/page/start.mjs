import path from 'node:path';
import { makeProfile } from '../history/make-profile.mjs';
import { toRow } from '../lib/report.mjs';
import { EMPTY_APP } from './open.mjs';
import { timeStart } from './time-start.mjs';

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
  // The first of each fills caches that any later start has.
  for (let run = -1; run < runs; run += 1) {
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
