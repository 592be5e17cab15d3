import { prepare } from '../machine/prepare.mjs';
import { buildSocketLog } from './sockets/build-socket-log.mjs';

/** Before the end-to-end tests: a built app, a runtime and a watch on sockets, so that `playwright test` works by itself too. */
export default async function setUp() {
  process.env.ELECTRON_EXEC_PATH = await prepare({ screenless: true, tests: true });
  process.env.PARLANCE_SOCKET_LIBRARY = (await buildSocketLog()) ?? '';
}
