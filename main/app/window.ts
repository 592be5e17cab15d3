import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { placeOf, type WindowBounds, type WindowState } from '../settings/window-state';
import type { JsonStore } from '../storage/json-store';
import { BACKGROUND } from './background';
import { log } from './log';

const DEFAULT_SIZE = { width: 1180, height: 800 } as const;

/** Long enough that dragging a window writes once. */
const REST_MS = 500;

/**
 * Options of every window of ours: no Node, isolated, sandboxed, no webviews; spelled out though some are defaults.
 * @param preload the built preload script.
 */
export const webPreferences = (preload: string) => ({
  preload: path.resolve(preload),
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  // On only with the languages that are chosen: see main/spelling.
  spellcheck: true,
});

/** Remembers where the window is whenever it has come to rest: an app that is killed opens there, too. */
const rememberBounds = (window: BrowserWindow, state: JsonStore<WindowState>): void => {
  let resting: NodeJS.Timeout | undefined;
  const remember = () => {
    clearTimeout(resting);
    const { x, y, width, height } = window.getNormalBounds();
    const bounds = {
      x,
      y,
      width,
      height,
      maximized: window.isMaximized(),
      fullScreen: window.isFullScreen(),
    };
    state.write({ bounds }).catch(() => log('window.notRemembered'));
  };
  const later = () => {
    clearTimeout(resting);
    resting = setTimeout(remember, REST_MS);
  };
  window.on('move', later);
  window.on('resize', later);
  window.on('enter-full-screen', later);
  window.on('leave-full-screen', later);
  window.on('close', remember);
  window.on('closed', () => clearTimeout(resting));
};

/** The work areas of all screens, the main one first. */
const workAreas = () => {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
};

const restore = (window: BrowserWindow, bounds: WindowBounds | null): void => {
  if (bounds === null) return;
  // Made on one screen for another of another scale, Windows gives it a wrong size (electron#10862).
  if (process.platform === 'win32') window.setBounds(bounds);
  if (bounds.maximized) window.maximize();
  if (bounds.fullScreen) window.setFullScreen(true);
};

/** Loads the page again where its process was lost. */
export const reviveLostPage = (window: BrowserWindow): void => {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('page.gone', { reason });
    // Replies go on in main; a fresh page gets them all in its snapshot.
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
};

/**
 * Makes the main window, hidden until its first paint, where it was the last time.
 * @param state remembers position and size between runs.
 * @param preload the built preload script.
 */
export const createMainWindow = (state: JsonStore<WindowState>, preload: string): BrowserWindow => {
  const bounds = placeOf(state.value.bounds, workAreas());
  const window = new BrowserWindow({
    ...(bounds ?? DEFAULT_SIZE),
    minWidth: 480,
    minHeight: 420,
    show: false,
    title: 'Parlance',
    // Elsewhere the frame is the system's: on Windows and Linux the menu bar is in it.
    ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(preload),
  });
  restore(window, bounds);
  window.once('ready-to-show', () => window.show());
  rememberBounds(window, state);
  reviveLostPage(window);
  return window;
};
