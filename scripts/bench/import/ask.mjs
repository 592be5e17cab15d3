import { Worker } from 'node:worker_threads';
import { percentile } from '../lib/stats.mjs';

/** Between two things that a person does, in milliseconds. */
const PAUSE_MS = 20;

/** @typedef {{ readonly taken: { readonly messages: number } }} Report */
/** @typedef {{ readonly ok: true, readonly value: unknown } | { readonly ok: false, readonly error: { readonly code: string } }} Result */

/**
 * What of the answers is looked at here, by operation.
 * @typedef {{
 *   readonly 'history.open': unknown,
 *   readonly 'history.close': unknown,
 *   readonly 'transfer.import': unknown,
 *   readonly 'transfer.exportAll': unknown,
 *   readonly 'transfer.poll': { readonly imported: Report | null, readonly exported: Report | null },
 *   readonly 'search.messages': { readonly isIndexing: boolean },
 *   readonly 'chat.page': { readonly chats: readonly { readonly id: string }[] },
 *   readonly 'chat.open': unknown,
 *   readonly 'draft.save': unknown,
 * }} Answers
 */

/**
 * Starts backstage in a thread.
 * @param {string} bundle its folder
 */
export function startBackstage(bundle) {
  const worker = new Worker(new URL('./backstage-thread.mjs', import.meta.url), { workerData: bundle });
  const waiting = /** @type {Map<number, (result: Result) => void>} */ (new Map());
  let lastId = 0;
  worker.on('message', ({ id, result }) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  /**
   * @template {keyof Answers} Op
   * @param {Op} op
   * @param {unknown} input
   * @returns {Promise<Answers[Op]>}
   */
  const call = async (op, input) => {
    lastId += 1;
    const id = lastId;
    const answer = /** @type {Promise<Result>} */ (new Promise((resolve) => waiting.set(id, resolve)));
    worker.postMessage({ id, op, input });
    const result = await answer;
    if (!result.ok) throw new Error(`${op}: ${result.error.code}`);
    return /** @type {Answers[Op]} */ (result.value);
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
