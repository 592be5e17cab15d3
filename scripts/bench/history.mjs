import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BENCH_KEY, makeProfile } from './history/make-profile.mjs';
import { bundleBackstage, measureBesideBackstage } from './lib/backstage.mjs';
import { toRow } from './lib/report.mjs';

/** @typedef {import('./lib/report.mjs').Row} Row */

/** New processes whose first acts are measured. */
const STARTS = 5;
/** Longer than backstage waits before it makes itself ready for the first search, in milliseconds. */
const AFTER_WARMING_MS = 4000;

/** Makes the system forget what it has read of a file, where it can: as after the computer was started. @param {string} file */
const forgetRead = (file) =>
  spawnSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], { stdio: 'ignore' })
    .status === 0;

/**
 * The first things that are done in a new process.
 * @param {string} group
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {Promise<readonly Row[]>}
 */
async function measureStarts(group, folder, args) {
  /** @param {string} when @param {number} waitMs @param {() => boolean} [before] */
  const starts = async (when, waitMs, before = () => true) => {
    /** @type {Readonly<Record<string, number>>[]} */
    const runs = [];
    for (let run = 0; run < STARTS && before(); run += 1)
      runs.push(await measureBesideBackstage('history/start-program.mjs', folder, [...args, String(waitMs)]));
    const names = /** @type {const} */ ({
      open: 'open the history',
      list: 'first list of chats',
      firstSearch: 'first search',
      secondSearch: 'second search',
    });
    return runs.length === 0
      ? []
      : Object.entries(names).map(([act, name]) =>
          toRow({
            group,
            name: `${name}, ${when}`,
            unit: 'ms',
            values: runs.map((run) => run[act] ?? Number.NaN),
          }),
        );
  };
  const file = args[1] ?? '';
  return [
    ...(await starts('new process', 0)),
    ...(await starts('new process, nothing read before', 0, () => forgetRead(file))),
    ...(await starts('some seconds after the start', AFTER_WARMING_MS)),
  ];
}

/** @param {string} bundle @param {string} folder @param {number} count @returns {Promise<readonly Row[]>} */
async function measureHistory(bundle, folder, count) {
  const group = `history of ${count.toLocaleString('en')}`;
  const began = performance.now();
  const chats = [
    { title: 'Short', length: 40 },
    { title: 'Long', length: 10_000 },
  ];
  await makeProfile(folder, { messages: count, chats });
  const file = path.join(folder, 'history.db');
  const { size } = await stat(file);
  const one = (/** @type {string} */ name, /** @type {string} */ unit, /** @type {number} */ value) =>
    toRow({ group, name, unit, values: [value] });
  return [
    one('written and indexed', 's', (performance.now() - began) / 1000),
    one('file', 'MB', size / 1e6),
    one('file for each message', 'bytes', size / (count + 10_040)),
    ...(await measureStarts(group, folder, [bundle, file, BENCH_KEY])),
    ...(await measureBesideBackstage('history/program.mjs', folder, [
      bundle,
      file,
      BENCH_KEY,
      String(count),
    ])),
  ];
}

/**
 * Makes histories of these sizes and measures what their use takes. Runs backstage's own code in Electron's Node.
 * @param {readonly number[]} sizes in messages
 * @returns {Promise<readonly Row[]>}
 */
export async function benchHistory(sizes) {
  const bundle = await bundleBackstage();
  const rows = [];
  for (const size of sizes) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-bench-'));
    try {
      rows.push(...(await measureHistory(bundle, folder, size)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return rows;
}
