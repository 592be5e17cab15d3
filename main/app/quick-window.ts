import { BrowserWindow, nativeTheme, screen } from 'electron';
import { BACKGROUND } from './background';
import { reviveLostPage, webPreferences } from './window';

/** In device-independent pixels. */
const SIZE = { width: 680, height: 420 } as const;

/** Puts the window where the person looks: on the screen of the pointer, in the middle, in its upper part. */
const place = (window: BrowserWindow): void => {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const { width } = window.getBounds();
  window.setPosition(
    Math.round(workArea.x + (workArea.width - width) / 2),
    Math.round(workArea.y + workArea.height * 0.16),
  );
};

/**
 * Makes the small window for a quick question, hidden: no frame, above all others, in no task bar. Its page is as shut in as
 * the main one.
 * @param preload the built preload script.
 */
export const createQuickWindow = (preload: string): BrowserWindow => {
  const window = new BrowserWindow({
    ...SIZE,
    minWidth: 420,
    minHeight: 240,
    show: false,
    frame: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    title: 'Parlance',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    // Over apps in full screen, and without bringing the main window with it.
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: webPreferences(preload),
  });
  reviveLostPage(window);
  return window;
};

/** Shows the window once its page can be seen, in front of what the person works in. */
export const showQuickWindow = (window: BrowserWindow): void => {
  const show = () => {
    place(window);
    window.show();
    window.focus();
  };
  if (window.webContents.isLoading()) window.once('ready-to-show', show);
  else show();
};
