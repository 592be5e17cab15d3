import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { Stop } from '../lib/stop.mjs';
import { prepare } from '../machine/prepare.mjs';
import { sandboxSwitches } from '../machine/sandbox.mjs';
import { askDemo, printReply } from './conversation.mjs';
import { driveApp } from './drive-app.mjs';

/** @typedef {{ readonly packagedApp?: string | undefined, readonly screenshot?: string | undefined }} DemoOptions */

/**
 * Starts the real app on an empty profile, asks the built-in demo a question through its page, prints the reply as it
 * streams and takes a screenshot.
 * @param {DemoOptions} options `packagedApp`: the executable of a packaged app to run instead of the checkout;
 *   `screenshot`: where to write the picture, out/demo.png if not given
 * @returns {Promise<number>} the exit code
 */
export async function runDemo({ packagedApp, screenshot = path.join(projectRoot, 'out/demo.png') }) {
  if (packagedApp && !existsSync(packagedApp)) {
    throw new Stop(`There is no packaged app at ${packagedApp}; \`npm run dist -- --dir\` makes one.`);
  }
  const electron = await prepare({ screenless: true, tests: false });
  const executable = packagedApp ?? electron;
  const args = [...sandboxSwitches(), ...(packagedApp ? [] : [projectRoot])];
  await driveApp(executable, args, async (page) => {
    await askDemo(page);
    await printReply(page);
    await mkdir(path.dirname(screenshot), { recursive: true });
    await page.screenshot({ path: screenshot });
  });
  console.log(`Screenshot: ${screenshot}`);
  return 0;
}
