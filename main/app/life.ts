import { app } from 'electron';
import type { Windows } from './windows';

/** What the app does when windows come and go: a second start shows the first one's window, the last closed one quits. */
export const followWindows = (windows: Windows, platform: NodeJS.Platform): void => {
  app.on('second-instance', () => windows.show());
  app.on('activate', () => windows.show());
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
};
