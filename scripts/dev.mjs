import { forgetBuild } from './build/build.mjs';
import { showTool } from './lib/run.mjs';
import { runCommand } from './lib/stop.mjs';
import { withDisplay } from './machine/display.mjs';
import { sandboxSwitches } from './machine/sandbox.mjs';
import { ensureSystemPackages } from './machine/system-packages.mjs';
import { resolveElectron } from './runtime/electron-runtime.mjs';

await runCommand(async () => {
  const electron = await resolveElectron();
  await ensureSystemPackages(electron, { screenless: true, tests: false });
  await forgetBuild();
  const sandbox = sandboxSwitches().length > 0 ? ['--noSandbox'] : [];
  const args = ['dev', '--watch', ...sandbox, ...process.argv.slice(2)];
  return withDisplay((env) =>
    showTool('electron-vite/bin/electron-vite.js', args, { env: { ...env, ELECTRON_EXEC_PATH: electron } }),
  );
});
