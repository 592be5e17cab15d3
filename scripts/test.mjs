import { runCommand, Stop } from './lib/stop.mjs';
import { prepare } from './machine/prepare.mjs';
import { runChecks } from './test/checks.mjs';
import { addCounts } from './test/counts.mjs';
import { suiteNames, suites } from './test/suites.mjs';

/** @typedef {import('./test/suites.mjs').SuiteName} SuiteName */
/** @typedef {import('./test/counts.mjs').Counts} Counts */

/**
 * @param {readonly SuiteName[]} names
 * @param {readonly string[]} extraArgs for their tools
 * @param {NodeJS.ProcessEnv} env
 */
async function runInTurn(names, extraArgs, env) {
  /** @type {Counts[]} */
  const counts = [];
  for (const name of names) {
    console.log(`\n== ${name} tests`);
    counts.push(await suites[name].run(env, extraArgs));
  }
  return addCounts(counts);
}

/**
 * Runs suites one after the other, with all that they need.
 * @param {readonly SuiteName[]} names
 * @param {readonly string[]} extraArgs
 */
async function runSuites(names, extraArgs) {
  if (!names.some((name) => suites[name].needsElectron)) return runInTurn(names, extraArgs, process.env);
  const electron = await prepare({ screenless: true, tests: true });
  return runInTurn(names, extraArgs, { ...process.env, ELECTRON_EXEC_PATH: electron });
}

/** @param {unknown} error what kept the suites from running @returns {Counts} */
function countAsFailure(error) {
  console.error(error instanceof Stop ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0, failures: [String(error)] };
}

await runCommand(async () => {
  const [chosen, ...extraArgs] = process.argv.slice(2);
  const names = suiteNames.filter((name) => chosen === undefined || name === chosen);
  if (names.length === 0) throw new Stop(`There is no "${chosen}" suite, only: ${suiteNames.join(', ')}.`);
  const failedChecks = chosen === undefined ? await runChecks() : [];
  const counts = await runSuites(names, extraArgs).catch(countAsFailure);
  if (counts.skipped > 0) console.log(`\n${counts.skipped} skipped`);
  if (failedChecks.length > 0) console.log(`\nFailed checks: ${failedChecks.join('; ')}`);
  for (const failure of counts.failures) console.log(`\nFailed: ${failure}`);
  const failed = counts.failed + failedChecks.length;
  // Read by machines: it must stay one plain line, and the last one.
  console.log(`\n${counts.passed} passed, ${failed} failed`);
  return failed === 0 && counts.passed > 0 ? 0 : 1;
});
