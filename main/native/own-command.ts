import path from 'node:path';
import { app } from 'electron';
import type { StartCommand } from './autostart-entry';

/** What starts this very app once more: only from the same place, with the same profile, is it the same. */
export const ownCommand = (...args: readonly string[]): StartCommand => {
  const profile = app.commandLine.getSwitchValue('user-data-dir');
  return {
    // What runs of an AppImage is in a folder that is gone by then.
    program: process.env.APPIMAGE ?? process.execPath,
    args: [
      ...(app.isPackaged ? [] : [app.getAppPath()]),
      ...(profile === '' ? [] : [`--user-data-dir=${path.resolve(profile)}`]),
      ...args,
    ],
  };
};
