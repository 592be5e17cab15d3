import { once } from 'node:events';
import path from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import type { CommandId } from '../preload/contract/commands';
import { QUICK_QUERY } from '../preload/contract/native';
import { offerContextMenu } from './app/context-menu';
import { currentLocale } from './app/current-locale';
import { serveFrameScheme } from './app/frame-scheme';
import { followWindows } from './app/life';
import { setApplicationMenu } from './app/menu';
import { nativeText } from './app/native-text';
import type { OpenedQueue } from './app/opened-queue';
import { APP_ORIGIN, pageOrigin } from './app/origin';
import { Previews } from './app/previews';
import { createQuickWindow } from './app/quick-window';
import { guardQuit } from './app/quit-guard';
import { serveAppScheme } from './app/scheme';
import { guardSession } from './app/session-guard';
import { finishBeforeQuit } from './app/shutdown';
import { createMainWindow } from './app/window';
import { Windows } from './app/windows';
import { within } from './app/within';
import { BackstageProcess } from './history/backstage-process';
import { hasLastChats } from './history/last-chats';
import { createEvents } from './ipc/emit';
import { listenToRequests, refuseOtherChannels } from './ipc/listen';
import { createSenderGate } from './ipc/sender-gate';
import { HIDDEN_SWITCH } from './native/autostart-entry';
import { hasTray } from './native/has-tray';
import type { Native } from './native/native';
import { NEW_CHAT_SWITCH, QUICK_SWITCH } from './native/start-switches';
import type { Leaving } from './services/leaving';
import { openSettings, type SettingsStore } from './settings/settings-store';
import { openWindowState } from './settings/window-state';

/** The folder that holds the built `main`, `preload` and `renderer`. */
const OUT_DIR = path.resolve(import.meta.dirname, '..');
const PAGE_DIR = path.join(OUT_DIR, 'renderer');

/** Longest time that the services wait for the page. A start takes a fraction of it. */
const PAGE_MS = 1000;

const devServerUrl = () => (app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL);

const createWindows = async (
  profileDir: string,
  guard: (window: BrowserWindow) => void,
): Promise<Windows> => {
  const state = await openWindowState({ folder: profileDir });
  const preload = path.join(OUT_DIR, 'preload', 'index.cjs');
  const page = devServerUrl() ?? `${APP_ORIGIN}/index.html`;
  return new Windows({
    main: () => {
      const window = createMainWindow(state, preload);
      guard(window);
      void window.loadURL(page);
      return window;
    },
    quick: () => {
      const window = createQuickWindow(preload);
      void window.loadURL(`${page}${QUICK_QUERY}`);
      return window;
    },
  });
};

/** Keeps the theme as the settings say. */
const followTheme = (settings: SettingsStore): void => {
  const apply = () => {
    nativeTheme.themeSource = settings.get().theme;
  };
  apply();
  settings.onChange(apply);
};

/** Keeps the menu as the settings say. */
const followMenu = (settings: SettingsStore, send: (command: CommandId) => void): void => {
  const apply = () => {
    const { language, keys } = settings.get();
    setApplicationMenu({ locale: currentLocale(language), platform: process.platform, keys, send });
  };
  apply();
  settings.onChange(apply);
};

/** Without a tray nobody would find the app again. */
const startsHidden = async (settings: SettingsStore): Promise<boolean> =>
  process.argv.includes(HIDDEN_SWITCH) && settings.get().tray !== 'off' && (await hasTray(process.platform));

/** Resolves when the window's page has come so far, or a start should have: also without a page all else must come. */
const pageReached = async (
  window: BrowserWindow | null,
  event: 'did-navigate' | 'did-finish-load',
): Promise<void> => {
  if (window === null) return;
  const reached = once(window.webContents, event).then(() => undefined);
  await within(reached, PAGE_MS).catch(() => undefined);
};

/** Where the chats are known without it, backstage would only hold up the page that shows them. */
const startBackstage = (profileDir: string, window: BrowserWindow | null): BackstageProcess => {
  const backstage = new BackstageProcess(path.join(import.meta.dirname, 'backstage.js'));
  const isInTheWay = hasLastChats(profileDir);
  void (isInTheWay ? pageReached(window, 'did-finish-load') : Promise.resolve()).then(() =>
    backstage.start(),
  );
  return backstage;
};

/**
 * Puts the app together once Electron is ready. The window loads its page while the vault and the history are still
 * being opened; its first request waits for the vault, and tells of the history what is known by then.
 */
export const startParlance = async (opened: OpenedQueue): Promise<void> => {
  const origin = pageOrigin(app.isPackaged, devServerUrl());
  guardSession(session.defaultSession, origin);
  serveAppScheme(PAGE_DIR);
  refuseOtherChannels();

  const profileDir = app.getPath('userData');
  let leaving: Leaving | null = null;
  const guard = guardQuit({
    isHeld: () => leaving?.wouldLose === true,
    mayQuit: async () => leaving === null || leaving.mayQuit(),
  });
  const [windows, settings] = await Promise.all([
    createWindows(profileDir, guard),
    openSettings({ folder: profileDir }),
  ]);
  const isHidden = await startsHidden(settings);
  const events = createEvents(() => windows.pages());
  // What one page has to take is no business of the other.
  const { emit: tellMain } = createEvents(() => windows.mainPages());
  const text = () => nativeText(currentLocale(settings.get().language));
  app.on('browser-window-created', (_event, { webContents }) => offerContextMenu(webContents, text));

  let native: Native | null = null;
  const onStart = (argv: readonly string[]) => {
    if (argv.includes(QUICK_SWITCH)) native?.quickAsk();
    if (argv.includes(NEW_CHAT_SWITCH)) native?.open(null);
    return [QUICK_SWITCH, NEW_CHAT_SWITCH, HIDDEN_SWITCH].some((known) => argv.includes(known));
  };
  followWindows({
    windows,
    platform: process.platform,
    staysInTray: () => native?.staysInTray === true,
    onStart,
  });

  followTheme(settings);
  if (!isHidden) windows.show();
  // All else waits until the window's own process is on its way: its page is what a start takes longest for.
  const backstage = startBackstage(profileDir, windows.main);
  followMenu(settings, (command) => tellMain('menu.command', { command }));
  const previews = new Previews();
  serveFrameScheme({ previews, root: PAGE_DIR, origin });
  // Until then the page's process, Chromium's network process and maybe backstage's begin, on two processors or so, and nobody
  // can ask for anything yet: what main reads meanwhile would hold up all of them.
  const services = pageReached(windows.main, 'did-navigate')
    .then(() => import('./services/services'))
    .then(({ createServices }) =>
      createServices({ profileDir, settings, backstage, opened, previews, events, windows }),
    );
  const isTrusted = createSenderGate(() => windows.ids(), origin);
  const router = Promise.all([services, import('./ipc/router')]).then(([{ handlers }, { createRouter }]) =>
    createRouter(handlers, isTrusted),
  );
  listenToRequests(async (sender, route, input) => (await router)(sender, route, input));

  opened.onOpened(() => tellMain('app.opened', null));

  finishBeforeQuit(async () => (await services).close());
  ({ leaving, native } = await services);
  onStart(process.argv);
};
