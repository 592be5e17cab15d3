import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { Stop } from '../lib/stop.mjs';
import { machine, toTable } from './lib/report.mjs';

const FILE = path.join(projectRoot, 'docs/performance.md');

/** @param {string} group */
const begin = (group) => `<!-- figures of ${group} -->`;
const END = '<!-- end of figures -->';

/**
 * Puts the figures in their places in docs/performance.md: one table for each group that was measured; the others stay.
 * @param {readonly import('./lib/report.mjs').Row[]} rows
 */
export async function writeFigures(rows) {
  let text = await readFile(FILE, 'utf8');
  const { date, system, processor, cores, memoryGb } = machine();
  for (const group of new Set(rows.map((row) => row.group))) {
    const from = text.indexOf(begin(group));
    const to = text.indexOf(END, from);
    if (from === -1 || to === -1) throw new Stop(`docs/performance.md has no place for ${group}.`);
    const table = toTable(rows.filter((row) => row.group === group));
    const note = `${date}, ${system}, ${cores} × ${processor}, ${memoryGb} GB.`;
    text = `${text.slice(0, from)}${begin(group)}\n\n${table}\n\n${note}\n\n${text.slice(to)}`;
  }
  await writeFile(FILE, text);
}
