import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { reachableBounds, type WindowState } from '../settings/window-state';
import type { JsonStore } from '../storage/json-store';
import { BACKGROUND } from './background';
import { log } from './log';

const DEFAULT_SIZE = { width: 1180, height: 800 } as const;

/** Options of every window of ours: no Node, isolated, sandboxed, no webviews; spelled out though some are defaults. */
const webPreferences = (preload: string) => ({
  preload,
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

const rememberBounds = (window: BrowserWindow, state: JsonStore<WindowState>): void => {
  const { x, y, width, height } = window.getNormalBounds();
  const bounds = { x, y, width, height, maximized: window.isMaximized() };
  state.write({ bounds }).catch(() => log('window.notRemembered'));
};

const reviveLostPage = (window: BrowserWindow): void => {
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
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = reachableBounds(state.value.bounds, workAreas);
  const window = new BrowserWindow({
    ...(bounds ?? DEFAULT_SIZE),
    minWidth: 480,
    minHeight: 420,
    show: false,
    title: 'Parlance',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(path.resolve(preload)),
  });
  if (bounds?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberBounds(window, state));
  reviveLostPage(window);
  return window;
};
