import type { ChildProcess } from 'node:child_process';
import type { ElectronApplication } from '@playwright/test';

/** Ends an app that runs, by its main process, with all its processes as `kill -9` does; resolves when it is gone. */
export const killProcesses = async (main: ChildProcess): Promise<void> => {
  if (main.pid === undefined) throw new Error('the app has no process');
  const gone = new Promise((resolve) => main.once('exit', resolve));
  process.kill(-main.pid, 'SIGKILL');
  await gone;
};

/** See `killProcesses`. */
export const killAll = (app: ElectronApplication): Promise<void> => killProcesses(app.process());
