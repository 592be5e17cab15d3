import { statSync } from 'node:fs';
import path from 'node:path';
import { codeOf, printRows, toRow } from '../lib/report.mjs';
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

const [bundle = '', folder = '', megabytes = ''] = process.argv.slice(2);
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

let isRunning = true;
const memory = /** @type {number[]} */ ([]);
const before = process.memoryUsage().rss / MB;
const watch = setInterval(() => memory.push(process.memoryUsage().rss / MB), 20);
const meanwhile = measureActs(acts, () => !isRunning);
const imported = await run('transfer.import', { paths: [source] });
isRunning = false;
const busy = await meanwhile;
const importPeak = Math.max(...memory);
const indexSeconds = await untilIndexed();
const again = await run('transfer.import', { paths: [source] });
const zip = path.join(folder, 'all.zip');
const exported = await run('transfer.exportAll', { file: zip });
clearInterval(watch);
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
    values: [importPeak - before],
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
    values: [Math.max(...memory) - before],
  }),
  toRow({ group, name: 'history on disk', unit: 'MB', values: [statSync(file).size / MB], floors: [size] }),
];
console.log(
  `ChatGPT export of ${made.chats} chats, ${made.messages} messages; taken ${imported.report.taken.messages}, again ${again.report.taken.messages}`,
);
printRows(rows);
console.log(await bytesPerMessage(bundle, file, KEY));
const isWhole = imported.report.taken.messages === made.messages && again.report.taken.messages === 0;
process.exitCode = isWhole ? codeOf(rows) : 1;
