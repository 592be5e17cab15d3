import path from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { WindowState } from '../settings/window-state';
import { log } from './log';

/** Colours of the page's background (renderer/styles/tokens.css), so that nothing flashes before the first paint. */
const BACKGROUND = { light: '#ffffff', dark: '#17181a' } as const;

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
  spellcheck: false,
});

/**
 * Makes the main window, hidden until its first paint, and restores it where it was.
 * @param state remembers position and size between runs.
 */
export const createMainWindow = (state: WindowState, outDir: string): BrowserWindow => {
  const window = new BrowserWindow({
    ...state.bounds(),
    minWidth: 480,
    minHeight: 420,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(path.join(outDir, 'preload', 'index.cjs')),
  });
  if (state.maximized()) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => state.remember(window.getNormalBounds(), window.isMaximized()));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('page.gone', { reason });
    // Replies go on in main; a fresh page gets them all in its snapshot.
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  return window;
};
