import { rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { showTool } from '../lib/run.mjs';
import { addCounts, countReport, readReport } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {'unit' | 'integration' | 'e2e' | 'packaged'} SuiteName */

/**
 * @typedef {object} Suite
 * @property {boolean} needsElectron
 * @property {(env: NodeJS.ProcessEnv, extraArgs: readonly string[]) => Promise<Counts>} run shows its output as it comes;
 *   `extraArgs` are for the suite's tool, such as a file to run alone
 */

/** @param {string} name of the suite: its tool writes a JSON report there */
const reportFile = (name) => path.join(projectRoot, 'test-results', `${name}.json`);

/**
 * @param {string} name
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Counts>}
 */
async function runTool(name, tool, args, env) {
  const report = reportFile(name);
  // An old report must not stand in for a run that wrote none.
  await rm(report, { force: true });
  const exitCode = await showTool(tool, args, { env });
  return countReport(await readReport(report), exitCode);
}

/** @param {string} project @param {NodeJS.ProcessEnv} env @param {readonly string[]} extraArgs */
const runVitest = (project, env, extraArgs) => {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(project)}`];
  const args = ['run', `--project=${project}`, ...reporters, ...extraArgs];
  return runTool(project, 'vitest/vitest.mjs', args, env);
};

/**
 * Unless only some tests are asked for, the one that measures what a kill loses runs by itself after the others.
 * @param {NodeJS.ProcessEnv} env @param {readonly string[]} extraArgs
 */
async function runPlaywright(env, extraArgs) {
  const runs = extraArgs.length > 0 ? [extraArgs] : [['--project=shared'], ['--project=alone']];
  const counts = [];
  // Their report's place stands in playwright.config.ts.
  for (const args of runs)
    counts.push(await runTool('e2e', '@playwright/test/cli.js', ['test', ...args], env));
  return addCounts(counts);
}

/** @param {NodeJS.ProcessEnv} env @param {readonly string[]} extraArgs */
const runPackaged = (env, extraArgs) =>
  runTool(
    'packaged',
    '@playwright/test/cli.js',
    ['test', '--config=playwright.packaged.config.ts', ...extraArgs],
    env,
  );

/** The test suites in the order they run. @type {{ readonly [Name in SuiteName]: Suite }} */
export const suites = {
  unit: { needsElectron: false, run: (env, extraArgs) => runVitest('unit', env, extraArgs) },
  integration: { needsElectron: true, run: (env, extraArgs) => runVitest('integration', env, extraArgs) },
  e2e: { needsElectron: true, run: runPlaywright },
  packaged: { needsElectron: true, run: runPackaged },
};

export const suiteNames = /** @type {readonly SuiteName[]} */ (Object.keys(suites));
