import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from './build/build.mjs';
import { showTool } from './lib/run.mjs';
import { runCommand } from './lib/stop.mjs';
import { copyDistribution, electronVersion } from './runtime/distribution.mjs';
import { resolveElectron } from './runtime/electron-runtime.mjs';

await runCommand(async () => {
  const electron = await resolveElectron();
  const version = await electronVersion(electron);
  await buildIfNeeded();
  const runtime = await mkdtemp(path.join(os.tmpdir(), 'parlance-runtime-'));
  try {
    await copyDistribution(electron, runtime);
    console.log(`Packaging with Electron ${version}`);
    return await showTool('electron-builder/cli.js', [
      // Without it, CI=true alone would make electron-builder publish.
      '--publish=never',
      `-c.electronDist=${runtime}`,
      `-c.electronVersion=${version}`,
      ...process.argv.slice(2),
    ]);
  } finally {
    await rm(runtime, { recursive: true, force: true });
  }
});
