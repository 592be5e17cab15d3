import { readFile } from 'node:fs/promises';
import { listFailures } from './failures.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} failures what is known of them, a text each
 */

/**
 * @typedef {object} VitestReport the part of vitest's JSON report that counts
 * @property {readonly VitestFile[]} testResults
 */

/** @typedef {{ status: string, fullName?: string, failureMessages?: readonly string[] }} VitestTest */
/** @typedef {{ status: string, name?: string, message?: string, assertionResults: readonly VitestTest[] }} VitestFile */

/**
 * @typedef {object} PlaywrightReport the part of Playwright's JSON report that counts
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly PlaywrightSuite[]} [suites] one per file
 * @property {readonly PlaywrightError[]} errors those outside of any test
 */

/** @typedef {{ message?: string }} PlaywrightError */
/** @typedef {{ results: readonly { errors: readonly PlaywrightError[] }[] }} PlaywrightTest */
/** @typedef {{ ok: boolean, line: number, title: string, tests: readonly PlaywrightTest[] }} PlaywrightSpec */
/** @typedef {{ title: string, specs?: readonly PlaywrightSpec[], suites?: readonly PlaywrightSuite[] }} PlaywrightSuite */

/** @typedef {Omit<Counts, 'failures'>} Numbers */

/** @param {VitestReport} report @returns {Numbers} */
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

/** @param {PlaywrightReport} report @returns {Numbers} */
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
  const failures = listFailures(report);
  if (!failedUnseen) return { ...counts, failures };
  const why = report === null ? 'no report was written' : 'no test failed';
  return { ...counts, failed: 1, failures: [...failures, `the runner ended with ${exitCode}, and ${why}`] };
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
      failures: [...sum.failures, ...one.failures],
    }),
    { passed: 0, failed: 0, skipped: 0, failures: [] },
  );
