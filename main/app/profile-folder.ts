import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';

/**
 * Where everything is kept. Electron makes the folder when it is asked for its name, and throws where it cannot: the name is then
 * the one that it would have had on Linux, for the words that say so.
 */
export const profileFolder = (): string => {
  try {
    return app.getPath('userData');
  } catch {
    return path.join(process.env.XDG_CONFIG_HOME ?? path.join(os.homedir(), '.config'), app.getName());
  }
};

/**
 * Lends Chromium a folder for as long as it takes to say what is wrong with the real one: without any it ends before it could be
 * said. Call before the app is ready.
 */
export const lendFolder = (): void =>
  app.setPath('userData', mkdtempSync(path.join(os.tmpdir(), 'parlance-')));
