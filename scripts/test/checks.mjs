import { showTool } from '../lib/run.mjs';
import { checkFileRules } from './file-rules.mjs';

/** What must hold for the code without running it, each giving an exit code. */
const checks = /** @type {const} */ ([
  ['types', () => showTool('typescript/bin/tsc', ['-b'])],
  [
    'lint, format, import cycles and sizes',
    () => showTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  ],
  ['dead code and dependencies', () => showTool('knip/bin/knip.js', [])],
  ['style sheet sizes and machine paths', checkFileRules],
]);

/**
 * Runs every check, also after one has failed.
 * @returns {Promise<readonly string[]>} the names of the failed ones
 */
export async function runChecks() {
  const failed = [];
  for (const [name, check] of checks) {
    console.log(`\n== check: ${name}`);
    if ((await check()) !== 0) failed.push(name);
  }
  return failed;
}
