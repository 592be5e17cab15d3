import { stripVTControlCharacters } from 'node:util';

/** @typedef {import('./counts.mjs').VitestReport} VitestReport */
/** @typedef {import('./counts.mjs').PlaywrightReport} PlaywrightReport */
/** @typedef {import('./counts.mjs').PlaywrightSuite} PlaywrightSuite */

/** Enough for a call log and the diff of a small value; some diffs hold whole pages. */
const LONGEST_MESSAGE = 1500;

/** @param {string} title @param {readonly (string | undefined)[]} messages */
const tell = (title, messages) => {
  const text = stripVTControlCharacters(messages.join('\n').trim());
  return text === '' ? title : `${title}\n${text.slice(0, LONGEST_MESSAGE).replaceAll(/^/gm, '    ')}`;
};

/** @param {VitestReport} report */
const ofVitest = ({ testResults }) =>
  testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [tell(file.name ?? '', [file.message])];
    return failed.map((test) => tell(`${file.name} › ${test.fullName}`, test.failureMessages ?? []));
  });

/** @param {PlaywrightSuite} suite @param {string} file @returns {string[]} */
function ofSuite(suite, file) {
  const own = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const errors = spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors));
      return tell(
        `${file}:${spec.line} › ${spec.title}`,
        errors.map((error) => error.message),
      );
    });
  return [...own, ...(suite.suites ?? []).flatMap((inner) => ofSuite(inner, file))];
}

/** @param {PlaywrightReport} report */
const ofPlaywright = ({ suites = [], errors }) => [
  ...suites.flatMap((suite) => ofSuite(suite, suite.title)),
  ...errors.map((error) => tell('outside of any test', [error.message])),
];

/**
 * What failed and why, to be shown again at the end: of a long run often only the end is kept.
 * @param {VitestReport | PlaywrightReport | null} report null: none was written
 * @returns {string[]} a text per failure: the test, then its errors without colours
 */
export function listFailures(report) {
  if (report === null) return [];
  return 'stats' in report ? ofPlaywright(report) : ofVitest(report);
}
