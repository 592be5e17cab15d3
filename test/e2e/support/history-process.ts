import { type ElectronApplication, expect } from '@playwright/test';

/** The process that holds the history; undefined while there is none. */
export const historyPid = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Parlance history')?.pid,
  );

const runningPid = async (app: ElectronApplication): Promise<number> => {
  const pid = await historyPid(app);
  if (pid === undefined) throw new Error('the history has no process');
  return pid;
};

/** Ends it as `kill -9` does. */
export const killHistory = async (app: ElectronApplication): Promise<void> => {
  process.kill(await runningPid(app), 'SIGKILL');
};

/** Ends it, and does something while the one that takes its place has not opened the history yet. */
export const whileHistoryOpens = async (
  app: ElectronApplication,
  act: () => Promise<void>,
): Promise<void> => {
  const before = await runningPid(app);
  await killHistory(app);
  // A process takes far longer to start than to be found and stopped.
  await expect
    .poll(async () => [undefined, before].includes(await historyPid(app)), { intervals: [1] })
    .toBe(false);
  await withHistoryHeld(app, act);
};

/** Does something while that process stands still: what it was asked for meanwhile is under way for exactly as long. */
export const withHistoryHeld = async (app: ElectronApplication, act: () => Promise<void>): Promise<void> => {
  const pid = await runningPid(app);
  process.kill(pid, 'SIGSTOP');
  try {
    await act();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
};
