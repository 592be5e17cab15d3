import { app } from 'electron';

/**
 * Holds a place for LC_ALL in the environment. With `--lang` Electron sets it for a moment
 * (`ElectronBrowserMainParts::PreCreateThreads`) while a D-Bus thread of Chromium's reads the environment; glibc moves the whole
 * array for a new name, and a start in thousands ended in `getenv` by SIGSEGV. A name that is there is changed where it stands;
 * empty counts as unset (POSIX, `setlocale`). Call before the app is ready.
 */
export const keepEnvironmentInPlace = (): void => {
  if (process.platform === 'linux' && app.commandLine.hasSwitch('lang')) process.env.LC_ALL ??= '';
};
