/** @typedef {{ readonly p50: number, readonly p95: number }} Figure milliseconds */

/**
 * @param {readonly number[]} times in milliseconds
 * @returns {Figure}
 */
function figureOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/**
 * How long a job takes, one after the other.
 * @param {number} count
 * @param {(index: number) => Promise<unknown>} job
 * @returns {Promise<Figure>}
 */
export async function timed(count, job) {
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const began = performance.now();
    await job(index);
    times.push(performance.now() - began);
  }
  return figureOf(times);
}

/**
 * Prints one line of the table.
 * @param {string} what
 * @param {Figure} figure
 * @param {number} [floor] milliseconds
 */
export function printFigure(what, { p50, p95 }, floor) {
  const ratio = floor === undefined ? '' : `${(p95 / floor).toFixed(1)} x`;
  console.log(
    `${what.padEnd(44)}${p50.toFixed(2).padStart(9)}${p95.toFixed(2).padStart(9)}${ratio.padStart(10)}`,
  );
}
