import { app } from 'electron';
import type { Windows } from './windows';

/** What decides how the app lives without its window. */
export interface LifeDeps {
  readonly windows: Windows;
  readonly platform: NodeJS.Platform;
  /** Whether an icon in the tray leads back to the app. */
  readonly staysInTray: () => boolean;
  /** Carries out what a start asks for; false: it asks for the main window. */
  readonly onStart: (argv: readonly string[]) => boolean;
}

/** What the app does when windows come and go: a second start shows the first one's window, the last closed one quits. */
export const followWindows = ({ windows, platform, staysInTray, onStart }: LifeDeps): void => {
  const stays = () => platform === 'darwin' || staysInTray();
  app.on('second-instance', (_event, argv) => {
    if (!onStart(argv)) windows.show();
  });
  app.on('activate', () => windows.show());
  app.on('browser-window-created', (_event, window) => {
    // A hidden window must not be what keeps the app alive. Not at once: while the app closes all of its windows, closing one of
    // them once more leaves it half dead.
    window.on('closed', () =>
      setImmediate(() => {
        if (windows.main === null && !stays()) windows.quick?.close();
      }),
    );
  });
  app.on('window-all-closed', () => {
    if (!stays()) app.quit();
  });
};
