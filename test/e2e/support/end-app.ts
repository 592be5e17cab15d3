import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ElectronApplication } from '@playwright/test';
import { killProcesses } from './kill-all';

/** The longest that an app may take to go when it is asked to, on a slow machine. */
const POLITE_MS = 30_000;

/**
 * Closes the app at the end of a test. One that does not go, behind a question that nobody answers, is killed: Playwright would
 * wait for it until the time of the test is over, and then for as long again as the worker ends.
 * @param main its main process, asked for while it ran: a closed app does not tell it.
 * Errors: that it had to be killed, as it may be why the test failed.
 */
export const endApp = async (app: ElectronApplication, main: ChildProcess): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, POLITE_MS);
  });
  const hasEnded = () => main.exitCode !== null || main.signalCode !== null;
  // Playwright calls an app closed as soon as it says nothing more: its process may have a moment left.
  const ended = hasEnded() ? undefined : once(main, 'exit');
  await Promise.race([Promise.all([app.close().catch(() => undefined), ended]), late]);
  clearTimeout(timer);
  if (hasEnded()) return;
  await killProcesses(main);
  throw new Error(`The app was asked to quit, had not done so ${POLITE_MS / 1000} s later, and was killed.`);
};
