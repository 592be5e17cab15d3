import { app } from 'electron';
import { log } from './log';
import { within } from './within';

/** Longest time that quitting waits for the last writes. */
const MAX_WAIT_MS = 5000;

/**
 * Runs `finish` once, after the last window closed and before the app ends: pages have then sent what they had.
 * A `finish` that fails or hangs does not keep the app from ending.
 */
export const finishBeforeQuit = (finish: () => Promise<void>): void => {
  let finishing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (finishing) return;
    finishing = true;
    within(finish(), MAX_WAIT_MS)
      .catch(() => log('quit.notFinished'))
      .finally(() => app.exit(0));
  });
};
