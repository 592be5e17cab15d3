import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../lib/paths.mjs';

const FILE = path.join(projectRoot, 'scripts/bench/ratchet.json');

/**
 * What may not grow: the ratio that was reached (absent until it was measured once on a quiet machine), and by what part of
 * it noise may exceed that.
 * @typedef {{ readonly ratio?: number, readonly noise: number }} Notch
 */

/** Ratios by name. @typedef {Readonly<Record<string, number>>} Measured */

/** @returns {Promise<Readonly<Record<string, Notch>>>} */
export const readNotches = async () => JSON.parse(await readFile(FILE, 'utf8'));

/** Writes down what was reached; the room for noise stays. @param {Measured} measured @param {Readonly<Record<string, Notch>>} kept */
export async function writeNotches(measured, kept) {
  const notches = Object.entries(measured).map(([name, ratio]) => [
    name,
    { ratio: Number(ratio.toFixed(3)), noise: kept[name]?.noise ?? 0.1 },
  ]);
  await writeFile(FILE, `${JSON.stringify(Object.fromEntries(notches), null, 2)}\n`);
}

/** The most that a figure may be. @param {Notch | undefined} notch */
export const mostOf = (notch) =>
  notch?.ratio === undefined ? Number.POSITIVE_INFINITY : notch.ratio * (1 + notch.noise);
