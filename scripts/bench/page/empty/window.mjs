import path from 'node:path';
import { app, BrowserWindow } from 'electron';

const profile = app.commandLine.getSwitchValue('user-data-dir');
if (profile !== '') app.setPath('userData', profile);

/** A window of the app's size with next to nothing in it: what Electron itself costs. */
const open = async () => {
  const window = new BrowserWindow({ width: 1180, height: 800, webPreferences: { sandbox: true } });
  await window.loadFile(path.join(import.meta.dirname, 'index.html'));
};

// Not awaited: an ES module that waits for "ready" at its top never gets it.
app
  .whenReady()
  .then(open)
  .catch(() => app.exit(1));
app.on('window-all-closed', () => app.quit());
