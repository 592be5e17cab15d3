import { build } from './build/build.mjs';
import { runCommand } from './lib/stop.mjs';

await runCommand(async () => {
  await build();
  return 0;
});
