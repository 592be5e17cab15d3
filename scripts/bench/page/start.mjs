import path from 'node:path';
import { makeProfile } from '../history/make-profile.mjs';
import { toRow } from '../lib/report.mjs';
import { EMPTY_APP } from './open.mjs';
import { timeStart } from './time-start.mjs';

const WARM_UPS = 3;

/** @returns {number[]} */
const emptyTimes = () => [];

/**
 * Cold start to a page that can be used, with this many messages stored.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number, readonly messages: number }} options
 */
export async function benchStart(machine, folder, { runs, messages }) {
  const profile = path.join(folder, 'full');
  await makeProfile(profile, { messages });
  const value = { options: { profile }, times: emptyTimes() };
  const fresh = { options: { profile: path.join(folder, 'fresh') }, times: emptyTimes() };
  const floor = { options: { profile: path.join(folder, 'empty'), app: EMPTY_APP }, times: emptyTimes() };
  // The first of each fill caches that any later start has: V8 writes what it compiled at the second, and what is drawn at once by
  // the chats that the one before left.
  for (let run = -WARM_UPS; run < runs; run += 1) {
    // Each follows each of the others: which app was started before makes up to 50 ms.
    const order = run % 2 === 0 ? [floor, value, fresh] : [value, floor, fresh];
    for (const { options, times } of order) {
      const time = await timeStart(machine, options);
      if (run >= 0) times.push(time);
    }
  }
  const common = { group: 'start', unit: 'ms', floors: floor.times };
  const name = `cold start with ${messages.toLocaleString('en')} messages`;
  return [
    toRow({ ...common, name, values: value.times, budget: { of: 'ratio', most: 1.5 } }),
    toRow({ ...common, name: 'cold start with an empty history', values: fresh.times }),
  ];
}
