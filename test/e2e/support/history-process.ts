import path from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';

/** The process that holds the history; undefined while there is none. */
export const historyPid = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Parlance history')?.pid,
  );

/** At a start its process may come after the page that shows the last chats. */
const runningPid = async (app: ElectronApplication): Promise<number> => {
  await expect.poll(() => historyPid(app)).toBeDefined();
  return (await historyPid(app)) ?? Number.NaN;
};

/** Ends it again and again, so that the one that takes its place comes half a second later: nobody is there meanwhile. */
export const killHistoryForLonger = async (app: ElectronApplication): Promise<void> => {
  let dead: number | undefined;
  for (let deaths = 1; deaths <= 3; deaths += 1) {
    await expect.poll(async () => [undefined, dead].includes(await historyPid(app))).toBe(false);
    dead = await runningPid(app);
    process.kill(dead, 'SIGKILL');
  }
  await expect.poll(() => historyPid(app)).not.toBe(dead);
};

/** Ends it as `kill -9` does. */
export const killHistory = async (app: ElectronApplication): Promise<void> => {
  process.kill(await runningPid(app), 'SIGKILL');
};

/** For `launch`: the app is started with a history that opens only when `tellHistory` is called. */
export const HOLD_HISTORY = path.join(import.meta.dirname, 'hold-history.cjs');

/** Lets a history that was held go on. */
export const tellHistory = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => (globalThis as unknown as { tellHistory: () => void }).tellHistory());

/** Ends it, and does something while the one that takes its place was told nothing yet, so that it has no history open. */
export const whileHistoryOpens = async (
  app: ElectronApplication,
  act: () => Promise<void>,
): Promise<void> => {
  await app.evaluate(({ utilityProcess }) => {
    const { fork } = utilityProcess;
    utilityProcess.fork = (...how) => {
      utilityProcess.fork = fork;
      const child = fork(...how);
      const untold: unknown[] = [];
      child.postMessage = (message) => void untold.push(message);
      const tellHistory = () => {
        Reflect.deleteProperty(child, 'postMessage');
        for (const message of untold) child.postMessage(message);
      };
      Object.assign(globalThis, { tellHistory });
      return child;
    };
  });
  await killHistory(app);
  await act();
  await tellHistory(app);
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
