import { readFile } from 'node:fs/promises';

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */

/**
 * @typedef {object} VitestReport the part of vitest's JSON report that counts
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults one per file
 */

/**
 * @typedef {object} PlaywrightReport the part of Playwright's JSON report that counts
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors those outside of any test
 */

/** @param {VitestReport} report @returns {Counts} */
function countVitest({ testResults }) {
  const statuses = testResults.flatMap((file) => file.assertionResults.map((test) => test.status));
  const count = (/** @type {string} */ status) => statuses.filter((one) => one === status).length;
  // A file that could not even be loaded holds no tests; it counts as one failure.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = count('passed');
  const failed = count('failed');
  return { passed, failed: failed + brokenFiles.length, skipped: statuses.length - passed - failed };
}

/** @param {PlaywrightReport} report @returns {Counts} */
function countPlaywright({ stats, errors }) {
  // A test that passed only at a second try did fail.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a test runner's report says, held against its exit code: a run that failed in no test (a crash, an unhandled
 * error, no report) has one failure.
 * @param {VitestReport | PlaywrightReport | null} report null: none was written
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countReport(report, exitCode) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const counts = report === null ? none : 'stats' in report ? countPlaywright(report) : countVitest(report);
  const failedUnseen = counts.failed === 0 && (exitCode !== 0 || report === null);
  return failedUnseen ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} file a JSON report
 * @returns {Promise<VitestReport | PlaywrightReport | null>} null if there is none
 */
export async function readReport(file) {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** @param {readonly Counts[]} all @returns {Counts} */
export const addCounts = (all) =>
  all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
