import type { ElectronApplication } from '@playwright/test';

/** Ends the app and all its processes as `kill -9` does; resolves when it is gone. */
export const killAll = async (app: ElectronApplication): Promise<void> => {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the app has no process');
  const gone = new Promise((resolve) => app.process().once('exit', resolve));
  process.kill(-pid, 'SIGKILL');
  await gone;
};
