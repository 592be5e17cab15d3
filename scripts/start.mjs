import { runDemo } from './demo/run-demo.mjs';
import { projectRoot } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { runCommand } from './lib/stop.mjs';
import { hasDisplay } from './machine/display.mjs';
import { prepare } from './machine/prepare.mjs';
import { sandboxSwitches } from './machine/sandbox.mjs';

await runCommand(async () => {
  if (!hasDisplay()) {
    console.log(
      'There is no display here to open a window on, so the demo runs instead (as `npm run demo` does).',
    );
    return runDemo({});
  }
  const electron = await prepare({ screenless: false, tests: false });
  return show(electron, [...sandboxSwitches(), projectRoot, ...process.argv.slice(2)]);
});
