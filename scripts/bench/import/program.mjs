import { statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeExport } from './export-file.mjs';

const KEY = '0123456789abcdef'.repeat(4);
const MB = 1_000_000;
/** More memory than this beside the runtime's own means that it grows with the file. */
const BUDGET_MB = 256;

const [bundle = '', folder = '', megabytes = ''] = process.argv.slice(2);
const { createBackstage } = await import(pathToFileURL(path.join(bundle, 'backstage.mjs')).href);
const backstage = createBackstage();
let lastId = 0;

/** @returns {Promise<any>} */
const call = async (/** @type {string} */ op, /** @type {unknown} */ input) => {
  lastId += 1;
  const { result } = await backstage.handle({ id: lastId, op, input });
  if (!result.ok) throw new Error(`${op}: ${result.error.code}`);
  return result.value;
};

const source = path.join(folder, 'conversations.json');
const made = await writeExport(source, Number(megabytes) * MB);
const file = path.join(folder, 'history.db');
await call('history.open', { file, keyHex: KEY, liveMessageIds: [] });

const before = process.memoryUsage().rss;
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);

/** How long a person who does something meanwhile waits for the history, in milliseconds. */
const waits = /** @type {number[]} */ ([]);
let isRunning = true;
const knock = async () => {
  while (isRunning) {
    const began = performance.now();
    await call('draft.read', { chatId: null });
    waits.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const run = async (/** @type {string} */ op, /** @type {object} */ input) => {
  const began = performance.now();
  await call(op, input);
  for (;;) {
    const { imported, exported } = await call('transfer.poll', { waitMs: 100 });
    const report = imported ?? exported;
    if (report !== null) return { report, seconds: (performance.now() - began) / 1000 };
  }
};

const knocking = knock();
const imported = await run('transfer.import', { paths: [source] });
isRunning = false;
await knocking;
const importPeak = peak;
const again = await run('transfer.import', { paths: [source] });
const zip = path.join(folder, 'all.zip');
const exported = await run('transfer.exportAll', { file: zip });
clearInterval(watch);
await call('history.close', null);

const sorted = waits.toSorted((a, b) => a - b);
const wait = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
const size = made.bytes / MB;
const extraMb = (importPeak - before) / MB;
const lines = [
  `ChatGPT export: ${size.toFixed(0)} MB, ${made.chats} chats, ${made.messages} messages; taken ${imported.report.taken.messages}`,
  `import             ${(size / imported.seconds).toFixed(1)} MB/s, ${Math.round(made.messages / imported.seconds)} messages/s`,
  `  peak memory      ${extraMb.toFixed(0)} MB beside the runtime's own ${(before / MB).toFixed(0)} MB (budget ${BUDGET_MB})`,
  `  a read meanwhile ${wait.toFixed(1)} ms at the 95th percentile, ${(sorted.at(-1) ?? 0).toFixed(0)} ms at most`,
  `import again       ${(size / again.seconds).toFixed(1)} MB/s, ${again.report.taken.messages} messages taken`,
  `export of all      ${(size / exported.seconds).toFixed(1)} MB/s, ZIP ${(statSync(zip).size / MB).toFixed(0)} MB`,
  `history on disk    ${(statSync(file).size / MB).toFixed(0)} MB`,
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = extraMb <= BUDGET_MB && imported.report.taken.messages === made.messages ? 0 : 1;
