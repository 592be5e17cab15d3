import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { showTool } from './lib/run.mjs';
import { runCommand } from './lib/stop.mjs';
import { prepare } from './machine/prepare.mjs';

/** What README shows: the screens of `test/screenshots`, taken over where they are named in it. */
const SHOWN = ['chat-light', 'search-dark', 'storage-light'].flatMap((name) => [
  `${name}-en`,
  `${name}-zh-CN`,
]);

await runCommand(async () => {
  const electron = await prepare({ screenless: true, tests: true });
  const args = ['test', '--config=playwright.screenshots.config.ts', ...process.argv.slice(2)];
  const code = await showTool('@playwright/test/cli.js', args, {
    env: { ...process.env, ELECTRON_EXEC_PATH: electron },
  });
  if (code !== 0) return code;
  const made = path.join(projectRoot, 'test-results', 'screenshots');
  const shown = path.join(projectRoot, 'docs', 'screenshots');
  await mkdir(shown, { recursive: true });
  for (const name of SHOWN) await copyFile(path.join(made, `${name}.png`), path.join(shown, `${name}.png`));
  console.log(
    `All screens: ${path.relative(projectRoot, made)}. Those of README: ${path.relative(projectRoot, shown)}.`,
  );
  return 0;
});
