import { rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { showTool } from '../lib/run.mjs';
import { countReport, readReport } from './counts.mjs';

/** @typedef {'unit' | 'integration' | 'e2e'} SuiteName */

const vitest = 'vitest/vitest.mjs';
const playwright = '@playwright/test/cli.js';

/** @param {string} project @param {string} report */
const vitestArgs = (project, report) => [
  'run',
  `--project=${project}`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

/**
 * @typedef {object} Suite
 * @property {string} tool
 * @property {(report: string) => readonly string[]} args those that make the tool write its report to a file
 * @property {boolean} needsElectron
 */

/** The test suites in the order they run. @type {{ readonly [Name in SuiteName]: Suite }} */
export const suites = {
  unit: { tool: vitest, args: (report) => vitestArgs('unit', report), needsElectron: false },
  integration: { tool: vitest, args: (report) => vitestArgs('integration', report), needsElectron: true },
  // Its report's place stands in playwright.config.ts.
  e2e: { tool: playwright, args: () => ['test'], needsElectron: true },
};

export const suiteNames = /** @type {readonly SuiteName[]} */ (Object.keys(suites));

/**
 * Runs one suite, its output shown as it comes.
 * @param {SuiteName} name
 * @param {readonly string[]} extraArgs for the tool, such as a file to run alone
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runSuite(name, extraArgs, env) {
  console.log(`\n== ${name} tests`);
  const report = path.join(projectRoot, 'test-results', `${name}.json`);
  // An old report must not stand in for a run that wrote none.
  await rm(report, { force: true });
  const { tool, args } = suites[name];
  const exitCode = await showTool(tool, [...args(report), ...extraArgs], { env });
  return countReport(await readReport(report), exitCode);
}
