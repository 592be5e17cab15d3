import path from 'node:path';
import { app, Menu } from 'electron';
import { keepEnvironmentInPlace } from './app/keep-environment';
import { guardNavigation } from './app/navigation-guard';
import { followOpened } from './app/opened-queue';
import { profileProblem } from './app/profile-check';
import { lendFolder, profileFolder } from './app/profile-folder';
import { registerSchemes } from './app/scheme';
import { turnSpellingOff } from './app/session-guard';
import { startFailed } from './app/start-failed';
import { askDesktopForKeys } from './native/wayland';
import { startParlance } from './parlance';

// Chromium's own switch names the profile folder: everything the app writes is below it.
const profileSwitch = app.commandLine.getSwitchValue('user-data-dir');
if (profileSwitch !== '') app.setPath('userData', path.resolve(profileSwitch));

// Chromium cannot sandbox for root, who must say --no-sandbox; enableSandbox would take that switch away again.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// A page may ask for names to be looked up (<link rel=dns-prefetch>), which no policy or filter is asked about.
app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
keepEnvironmentInPlace();
askDesktopForKeys();
registerSchemes();
guardNavigation();
// Ours comes with the window. Otherwise Electron makes one of its own before it, which holds every start up.
Menu.setApplicationMenu(null);
app.on('session-created', turnSpellingOff);

const profile = profileFolder();
const problem = profileProblem(profile);

// Not awaited at top level: Electron holds "ready" back until this module has been loaded.
if (problem !== null) {
  lendFolder();
  app.whenReady().then(() => startFailed(problem, profile));
} else if (app.requestSingleInstanceLock()) {
  const opened = followOpened();
  app
    .whenReady()
    .then(() => startParlance(opened))
    .catch(startFailed);
} else app.quit();
