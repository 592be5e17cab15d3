import { openDisplay } from '../machine/display.mjs';
import { prepare } from '../machine/prepare.mjs';

/**
 * Before the end-to-end tests: a built app, a runtime and a screen, so that `playwright test` works by itself too.
 * @returns {Promise<() => Promise<void>>} what to do after them
 */
export default async function setUp() {
  process.env.ELECTRON_EXEC_PATH = await prepare({ screenless: true, tests: true });
  const display = await openDisplay();
  // Assigning undefined would make it the text "undefined".
  if (display.env.DISPLAY) process.env.DISPLAY = display.env.DISPLAY;
  return display.close;
}
