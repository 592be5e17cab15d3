import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toRow } from '../lib/report.mjs';
import { measureActs, p95, startBackstage } from './ask.mjs';
import { writeExport } from './export-file.mjs';
import { bareSpeed } from './floor.mjs';
import { bytesPerMessage } from './tables.mjs';

const KEY = '0123456789abcdef'.repeat(4);
const MB = 1_000_000;
/** Of the history that is there before. */
const FORMER_BYTES = 4 * MB;
const FORMER_CHAT = 10_000_000;
const IDLE_ROUNDS = 60;
/** What a person waits for while an import runs, at the 95th percentile, in milliseconds. */
const MOST_MS = 60;

// Measures an import of this size and an export of all: node program.mjs BUNDLE FOLDER MEGABYTES OUT.
const [bundle = '', folder = '', megabytes = '', out = ''] = process.argv.slice(2);
const file = path.join(folder, 'history.db');
const { call, end } = startBackstage(bundle);

/** @returns {Promise<{ report: import('./ask.mjs').Report, seconds: number }>} */
const run = async (
  /** @type {'transfer.import' | 'transfer.exportAll'} */ op,
  /** @type {object} */ input,
) => {
  const began = performance.now();
  await call(op, input);
  for (;;) {
    const { imported, exported } = await call('transfer.poll', { waitMs: 100 });
    const report = imported ?? exported;
    if (report !== null) return { report, seconds: (performance.now() - began) / 1000 };
  }
};

const search = (/** @type {string} */ query) =>
  call('search.messages', { query, order: 'newest', chatId: null, cursor: null });

/** Waits until all is indexed; in seconds. */
const untilIndexed = async () => {
  const began = performance.now();
  while ((await search('compute')).isIndexing) await new Promise((resolve) => setTimeout(resolve, 100));
  return (performance.now() - began) / 1000;
};

const floor = await bareSpeed(bundle, folder, KEY);
const former = path.join(folder, 'former.json');
await writeExport(former, FORMER_BYTES, FORMER_CHAT);
const source = path.join(folder, 'conversations.json');
const made = await writeExport(source, Number(megabytes) * MB);
await call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
await run('transfer.import', { paths: [former] });
await untilIndexed();
const { chats } = await call('chat.page', { cursor: null, limit: 50 });

const acts = {
  'open a chat': (/** @type {number} */ round) =>
    call('chat.open', { chatId: chats[round % chats.length]?.id, limit: 50 }),
  'search a word': () => search('compute'),
  'save a draft': (/** @type {number} */ round) =>
    call('draft.save', { chatId: null, text: `Draft ${round}`, options: null, attachments: [] }),
};
const idle = await measureActs(acts, (round) => round === IDLE_ROUNDS);

/**
 * How much more memory something takes at its peak than before it, in megabytes.
 * @template T
 * @param {() => Promise<T>} work
 */
const withPeak = async (work) => {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const result = await work();
  clearInterval(watch);
  return { result, peak: (most - before) / MB };
};

let isRunning = true;
const meanwhile = measureActs(acts, () => !isRunning);
const { result: imported, peak: importPeak } = await withPeak(() =>
  run('transfer.import', { paths: [source] }),
);
isRunning = false;
const busy = await meanwhile;
const indexSeconds = await untilIndexed();
const again = await run('transfer.import', { paths: [source] });
const zip = path.join(folder, 'all.zip');
const { result: exported, peak: exportPeak } = await withPeak(() => run('transfer.exportAll', { file: zip }));
await call('history.close', null);
await end();

const size = made.bytes / MB;
const group = `import of ${size.toFixed(0)} MB`;
const speed = (/** @type {number} */ seconds) => [size / seconds];
const rows = [
  toRow({
    group,
    name: 'time, 1 for the floor',
    unit: 's',
    values: [imported.seconds],
    floors: [size / floor],
    budget: { of: 'ratio', most: 4 },
  }),
  toRow({ group, name: 'speed', unit: 'MB/s', values: speed(imported.seconds), floors: [floor] }),
  toRow({ group, name: 'found by search after', unit: 's', values: [imported.seconds + indexSeconds] }),
  toRow({
    group,
    name: 'peak memory beside idle',
    unit: 'MB',
    values: [importPeak],
    budget: { of: 'value', most: 100 },
  }),
  ...Object.entries(idle).map(([name, values]) =>
    toRow({
      group,
      name: `${name} meanwhile, p95`,
      unit: 'ms',
      values: [p95(busy[/** @type {keyof typeof busy} */ (name)])],
      floors: [p95(values)],
      budget: { of: 'value', most: MOST_MS },
    }),
  ),
  toRow({ group, name: 'the same again, speed', unit: 'MB/s', values: speed(again.seconds) }),
  toRow({ group, name: 'export of all, speed', unit: 'MB/s', values: speed(exported.seconds) }),
  toRow({
    group,
    name: 'export of all, peak memory beside idle',
    unit: 'MB',
    values: [exportPeak],
    budget: { of: 'value', most: 100 },
  }),
  toRow({ group, name: 'history on disk', unit: 'MB', values: [statSync(file).size / MB], floors: [size] }),
  toRow({
    group,
    name: 'messages that are missing or came twice',
    unit: '',
    values: [Math.abs(imported.report.taken.messages - made.messages) + again.report.taken.messages],
    budget: { of: 'value', most: 0 },
  }),
];
console.log(await bytesPerMessage(bundle, file, KEY));
writeFileSync(out, JSON.stringify(rows));
