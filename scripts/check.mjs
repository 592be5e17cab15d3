import { runCommand } from './lib/stop.mjs';
import { runChecks } from './test/checks.mjs';

await runCommand(async () => {
  const failed = await runChecks();
  console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join('; ')}.`);
  return failed.length === 0 ? 0 : 1;
});
