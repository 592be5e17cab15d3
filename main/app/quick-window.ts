import { BrowserWindow, nativeTheme, screen } from 'electron';
import { BACKGROUND } from './background';
import { reviveLostPage, webPreferences } from './window';

/** In device-independent pixels. */
const WIDTH = 680;
/** With room for the list of models, and for an answer. */
const HEIGHTS = { asking: 300, answering: 500 } as const;

/** Puts the window where the person looks: on the screen of the pointer, in the middle, in its upper part. */
const place = (window: BrowserWindow): void => {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const { width } = window.getBounds();
  window.setPosition(
    Math.round(workArea.x + (workArea.width - width) / 2),
    Math.round(workArea.y + workArea.height * 0.16),
  );
};

/** Makes room for an answer once there is one, unless the person has given the window a height of their own. */
const makeRoom = (window: BrowserWindow): void => {
  window.webContents.on('did-navigate-in-page', (_event, url) => {
    const [width = WIDTH, height = 0] = window.getSize();
    const own = !Object.values<number>(HEIGHTS).includes(height);
    // The page's address names the chat that is shown.
    if (!own) window.setSize(width, HEIGHTS[new URL(url).hash === '' ? 'asking' : 'answering']);
  });
};

/**
 * Makes the small window for a quick question, hidden: no frame, above all others, in no task bar. Its page is as shut in as
 * the main one.
 * @param preload the built preload script.
 */
export const createQuickWindow = (preload: string): BrowserWindow => {
  const window = new BrowserWindow({
    width: WIDTH,
    height: HEIGHTS.asking,
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
  makeRoom(window);
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
