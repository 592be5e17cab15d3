import { expect, test } from 'vitest';
import { addCounts, countReport } from '../../../scripts/test/counts.mjs';

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test("vitest's tests are counted, not its files", () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'skipped')] };
  expect(countReport(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('a test file that cannot be loaded is a failure although it holds no tests', () => {
  expect(countReport({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

test('a runner that fails after all tests passed is a failure', () => {
  expect(countReport({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
});

test('a runner that wrote no report is a failure even with exit code 0', () => {
  expect(countReport(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a Playwright test that passed only at its second try is a failure', () => {
  const report = { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 }, errors: [] };
  expect(countReport(report, 0)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test("an error outside of Playwright's tests is a failure", () => {
  const report = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] };
  expect(countReport(report, 1).failed).toBe(1);
});

test('no suite is lost in the sum', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(addCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
