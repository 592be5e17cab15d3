import { toRow } from '../lib/report.mjs';
import { median, percentile } from '../lib/stats.mjs';

/** @typedef {import('../lib/report.mjs').Row} Row */

/**
 * How long a job takes each time, in milliseconds, one after the other.
 * @param {number} count
 * @param {(round: number) => Promise<unknown>} job
 * @returns {Promise<readonly number[]>}
 */
export async function timed(count, job) {
  const times = [];
  for (let round = 0; round < count; round += 1) {
    const began = performance.now();
    await job(round);
    times.push(performance.now() - began);
  }
  return times;
}

/**
 * The median and the 95th percentile of times, each beside that of the floor.
 * @param {{ readonly group: string, readonly name: string, readonly times: readonly number[],
 *   readonly floor?: readonly number[], readonly most?: number }} measured `most`: what the 95th percentile must keep to, in ms
 * @returns {readonly Row[]}
 */
export function rowsOfTimes({ group, name, times, floor, most }) {
  const row = (/** @type {string} */ share, /** @type {(values: readonly number[]) => number} */ of) =>
    toRow({
      group,
      name: `${name}, ${share}`,
      unit: 'ms',
      values: [of(times)],
      ...(floor && { floors: [of(floor)] }),
      ...(share === 'p95' && most !== undefined && { budget: { of: 'value', most } }),
    });
  return [row('p50', median), row('p95', (values) => percentile(values, 0.95))];
}
