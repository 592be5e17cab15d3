import { Worker } from 'node:worker_threads';
import { percentile } from '../lib/stats.mjs';

/** Between two things that a person does, in milliseconds. */
const PAUSE_MS = 20;

/**
 * Starts backstage in a thread.
 * @param {string} bundle its folder
 * @returns {{ readonly call: (op: string, input: unknown) => Promise<any>, readonly end: () => Promise<number> }}
 */
export function startBackstage(bundle) {
  const worker = new Worker(new URL('./backstage-thread.mjs', import.meta.url), { workerData: bundle });
  const waiting = /** @type {Map<number, (result: any) => void>} */ (new Map());
  let lastId = 0;
  worker.on('message', ({ id, result }) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const call = async (/** @type {string} */ op, /** @type {unknown} */ input) => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    worker.postMessage({ id, op, input });
    const result = await answer;
    if (!result.ok) throw new Error(`${op}: ${result.error.code}`);
    return result.value;
  };
  return { call, end: () => worker.terminate() };
}

/**
 * What a person does, one thing after the other, until `isOver`; how long each took, in milliseconds.
 * @template {string} Name
 * @param {Readonly<Record<Name, (round: number) => Promise<unknown>>>} acts
 * @param {(round: number) => boolean} isOver
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function measureActs(acts, isOver) {
  const names = /** @type {Name[]} */ (Object.keys(acts));
  const took = /** @type {Record<Name, number[]>} */ ({});
  for (const name of names) took[name] = [];
  for (let round = 0; !isOver(round); round += 1)
    for (const name of names) {
      const began = performance.now();
      await acts[name](round);
      took[name].push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  return took;
}

/** @param {readonly number[]} values */
export const p95 = (values) => percentile(values, 0.95);
