import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import { median } from './stats.mjs';

/**
 * What a figure must keep to: its value, its ratio to the floor, or what it is more than the floor.
 * @typedef {{ readonly of: 'value' | 'ratio' | 'more', readonly most: number }} Budget
 */

/**
 * One figure. `value` and `floor` are medians; `min` and `max` are of the values.
 * @typedef {object} Row
 * @property {string} group what was measured: 'start', 'stream' …
 * @property {string} name
 * @property {string} unit
 * @property {number | null} floor the same for what cannot be done without, measured in the same run
 * @property {number} value
 * @property {number} min
 * @property {number} max
 * @property {number | null} ratio of value to floor
 * @property {string | null} budget
 * @property {boolean | null} within null without a budget
 */

/** @param {Budget} budget @param {string} unit */
const budgetText = ({ of, most }, unit) => {
  if (of === 'ratio') return `≤ ${most} ×`;
  return `≤ ${most} ${unit}${of === 'more' ? ' more' : ''}`;
};

/** @param {Budget} budget @param {number} value @param {number | null} floor */
const keeps = ({ of, most }, value, floor) => {
  if (of === 'value') return value <= most;
  return floor !== null && (of === 'ratio' ? value / floor : value - floor) <= most;
};

/**
 * Makes a row of what several runs measured.
 * @param {{ readonly group: string, readonly name: string, readonly unit: string, readonly values: readonly number[],
 *   readonly floors?: readonly number[], readonly budget?: Budget }} measured one value, and one floor, for each run
 * @returns {Row}
 */
export function toRow({ group, name, unit, values, floors = [], budget }) {
  const value = median(values);
  const floor = floors.length === 0 ? null : median(floors);
  return {
    group,
    name,
    unit,
    floor,
    value,
    min: Math.min(...values),
    max: Math.max(...values),
    ratio: floor === null ? null : value / floor,
    budget: budget === undefined ? null : budgetText(budget, unit),
    within: budget === undefined ? null : keeps(budget, value, floor),
  };
}

/** @param {number} figure as few digits as tell it */
const short = (figure) =>
  figure.toFixed(Math.abs(figure) >= 100 || Number.isInteger(figure) ? 0 : Math.abs(figure) >= 10 ? 1 : 2);

/** @param {boolean | null} within */
const verdict = (within) => (within === null ? '' : within ? 'yes' : '**no**');

const HEAD = ['what', 'unit', 'floor', 'value', 'min to max', 'ratio', 'budget', 'kept'];

/** @param {Row} row @returns {readonly string[]} */
const cellsOf = ({ group, name, unit, floor, value, min, max, ratio, budget, within }) => [
  `${group}: ${name}`,
  unit,
  floor === null ? '–' : short(floor),
  short(value),
  min === max ? '–' : `${short(min)} to ${short(max)}`,
  ratio === null ? '–' : `${short(ratio)} ×`,
  budget ?? '–',
  verdict(within),
];

/** The rows as a table of Markdown. @param {readonly Row[]} rows */
export function toTable(rows) {
  const lines = [HEAD, HEAD.map((_, index) => (index === 0 ? '---' : '---:')), ...rows.map(cellsOf)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Prints the rows in columns. @param {readonly Row[]} rows */
export function printRows(rows) {
  const table = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  for (const cells of table) {
    const padded = cells.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    console.log(padded.join('  '));
  }
}

/** What was measured on, without names or places. */
export const machine = () => ({
  date: new Date().toISOString().slice(0, 10),
  system: `${os.type()} ${os.arch()}`,
  processor: os.cpus()[0]?.model.trim() ?? 'unknown',
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / 2 ** 30),
});

/**
 * Writes the rows for other programs to read.
 * @param {string} file
 * @param {readonly Row[]} rows
 */
export const writeJson = (file, rows) =>
  writeFile(file, `${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`);

/** An exit code: 1 where a budget is missed. @param {readonly Row[]} rows */
export const codeOf = (rows) => (rows.some(({ within }) => within === false) ? 1 : 0);
