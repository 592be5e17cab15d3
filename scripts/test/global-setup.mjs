import { prepare } from '../machine/prepare.mjs';

/** Before the end-to-end tests: a built app and a runtime, so that `playwright test` works by itself too. */
export default async function setUp() {
  process.env.ELECTRON_EXEC_PATH = await prepare({ screenless: true, tests: true });
}
