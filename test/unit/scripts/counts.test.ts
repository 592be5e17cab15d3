import { expect, test } from 'vitest';
import { addCounts, countReport } from '../../../scripts/test/counts.mjs';

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test("vitest's tests are counted, not its files", () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'skipped')] };
  expect(countReport(report, 1)).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
});

test('a test file that cannot be loaded is a failure although it holds no tests', () => {
  expect(countReport({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toMatchObject({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

test('a runner that fails after all tests passed is a failure', () => {
  expect(countReport({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
});

test('a runner that wrote no report is a failure even with exit code 0', () => {
  expect(countReport(null, 0)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
});

test('a Playwright test that passed only at its second try is a failure', () => {
  const report = { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 }, errors: [] };
  expect(countReport(report, 0)).toMatchObject({ passed: 3, failed: 1, skipped: 2 });
});

test("an error outside of Playwright's tests is a failure", () => {
  const report = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] };
  expect(countReport(report, 1).failed).toBe(1);
});

test('no suite is lost in the sum', () => {
  const one = { passed: 1, failed: 2, skipped: 3, failures: ['a test'] };
  expect(addCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6, failures: ['a test', 'a test'] });
});

test('what failed is told with its error, of a test, a file and a runner, nested and without colours', () => {
  const spec = (ok: boolean, title: string) => ({
    ok,
    line: 7,
    title,
    tests: [{ results: [{ errors: [{ message: '\u001b[31mred\u001b[39m' }] }] }],
  });
  const inner = { title: 'inner', specs: [spec(false, 'breaks'), spec(true, 'holds')] };
  const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 };
  const ofPlaywright = {
    stats,
    suites: [{ title: 'a.test.ts', suites: [inner] }],
    errors: [{ message: 'no display' }],
  };
  expect(countReport(ofPlaywright, 1).failures).toEqual([
    'a.test.ts:7 › breaks\n    red',
    'outside of any test\n    no display',
  ]);
  const failed = { status: 'failed', fullName: 'adds', failureMessages: ['1 is not 2'] };
  const ofVitest = {
    testResults: [
      { status: 'failed', name: 'b.test.ts', assertionResults: [failed, { status: 'passed' }] },
      { status: 'failed', name: 'c.test.ts', message: 'no such module', assertionResults: [] },
    ],
  };
  expect(countReport(ofVitest, 1).failures).toEqual([
    'b.test.ts › adds\n    1 is not 2',
    'c.test.ts\n    no such module',
  ]);
  expect(countReport(null, 139).failures).toEqual(['the runner ended with 139, and no report was written']);
});
