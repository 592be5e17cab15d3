import { spawn } from 'node:child_process';
import { app } from 'electron';

/** Those of the AppImage that ends: the new one sets its own. */
const OF_APPIMAGE = new Set(['APPDIR', 'APPIMAGE', 'ARGV0', 'OWD']);

/**
 * Quits in the ordinary way (everything is written down) and then starts an executable with this process's switches. Not with
 * Electron's own relaunch: that runs from the AppImage that is just being taken away.
 */
export const startAnew = (executable: string): void => {
  app.once('quit', () => {
    // The new process must not take this one for a running app.
    app.releaseSingleInstanceLock();
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_APPIMAGE.has(name)));
    // What it was once asked to open is not to be opened again.
    const switches = process.argv.filter((arg) => arg.startsWith('-'));
    spawn(executable, switches, { env, detached: true, stdio: 'ignore' }).unref();
  });
  app.quit();
};
