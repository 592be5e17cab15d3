import { showTool } from '../lib/run.mjs';

/** What must hold for the code without running it: name → tool and arguments. */
const checks = /** @type {const} */ ([
  ['types', 'typescript/bin/tsc', ['-b']],
  ['lint, format, import cycles and sizes', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']],
  ['dead code and dependencies', 'knip/bin/knip.js', []],
]);

/**
 * Runs every check, also after one has failed.
 * @returns {Promise<readonly string[]>} the names of the failed ones
 */
export async function runChecks() {
  const failed = [];
  for (const [name, tool, args] of checks) {
    console.log(`\n== check: ${name}`);
    if ((await showTool(tool, args)) !== 0) failed.push(name);
  }
  return failed;
}
