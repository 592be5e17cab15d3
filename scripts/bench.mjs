import { parseArgs } from 'node:util';
import { writeFigures } from './bench/figures.mjs';
import { codeOf, printRows, writeJson } from './bench/lib/report.mjs';
import { checkRatchet } from './bench/ratchet.mjs';
import { suites, usual } from './bench/suites.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    messages: { type: 'string', default: '200000,1000000' },
    megabytes: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '30' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});

const amounts = {
  runs: Number(values.runs),
  messages: values.messages.split(',').map(Number),
  megabytes: Number(values.megabytes),
  minutes: Number(values.minutes),
};

/** @param {readonly string[]} names */
async function measure(names) {
  /** @type {import('./bench/lib/report.mjs').Row[]} */
  const rows = [];
  for (const name of names) {
    const measured = await suites[name]?.(amounts);
    if (measured === undefined)
      throw new Stop(`There is no "${name}" to measure, only: ${Object.keys(suites).join(', ')}, ratchet.`);
    printRows(measured);
    rows.push(...measured);
  }
  if (values.json !== undefined) await writeJson(values.json, rows);
  if (values.write) await writeFigures(rows);
  return codeOf(rows);
}

await runCommand(() =>
  positionals[0] === 'ratchet'
    ? checkRatchet(values.update)
    : measure(positionals.length === 0 ? usual : positionals),
);
