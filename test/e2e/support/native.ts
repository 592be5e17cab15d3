import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** Notes what is asked of the desktop, which a test computer does not have; read it with `noted`. */
export const noteDesktop = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: electron, BrowserWindow, Notification, Tray }) => {
    const noted = { notices: [] as string[], badges: [] as number[], progress: [] as number[] };
    const tray = { menu: null as Electron.Menu | null, isThere: false };
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { noted, tray, shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      noted.notices.push(`${this.title}: ${this.body}`);
      shown.push(this);
    };
    electron.setBadgeCount = (count = 0) => noted.badges.push(count) > 0;
    for (const window of BrowserWindow.getAllWindows())
      window.setProgressBar = (value) => void noted.progress.push(value);
    Tray.prototype.setContextMenu = (menu) => Object.assign(tray, { menu, isThere: true });
    const { destroy } = Tray.prototype;
    Tray.prototype.destroy = function gone(this: Electron.Tray) {
      tray.isThere = false;
      destroy.call(this);
    };
  });

interface Noted {
  readonly notices: readonly string[];
  readonly badges: readonly number[];
  readonly progress: readonly number[];
}

/** What was asked of the desktop since `noteDesktop`. */
export const noted = (app: ElectronApplication): Promise<Noted> =>
  app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);

/** Clicks the last notification. */
export const clickNotice = (app: ElectronApplication): Promise<boolean | undefined> =>
  app.evaluate(() => {
    const { shown } = globalThis as unknown as { shown: Electron.Notification[] };
    return shown.at(-1)?.emit('click');
  });

/** What the menu of the tray offers; null: there is no icon. */
export const trayItems = (app: ElectronApplication): Promise<readonly string[] | null> =>
  app.evaluate(() => {
    const { tray } = globalThis as unknown as { tray: { menu: Electron.Menu | null; isThere: boolean } };
    return tray.isThere ? (tray.menu?.items.map(({ label }) => label) ?? null) : null;
  });

/** Chooses from the menu of the tray. */
export const chooseInTray = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate((_electron, wanted) => {
    const { tray } = globalThis as unknown as { tray: { menu: Electron.Menu } };
    const item = tray.menu.items.find(({ label: shown }) => shown === wanted);
    if (item === undefined) throw new Error(`Not in the tray: ${wanted}`);
    item.click();
  }, label);

/** Chooses from the menu of the tray in the moment in which the main window is closed, before the app notices. */
export const chooseAsItCloses = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate(({ BrowserWindow }, wanted) => {
    const { tray } = globalThis as unknown as { tray: { menu: Electron.Menu } };
    const item = tray.menu.items.find(({ label: shown }) => shown === wanted);
    BrowserWindow.getAllWindows()[0]?.prependListener('closed', () => item?.click());
  }, label);

/** Has the person work in the main window: without a window manager nobody gives it the focus. */
export const workInApp = (app: ElectronApplication): Promise<void> =>
  expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.focus();
        return window?.isFocused();
      }),
    )
    .toBe(true);

/** Has the person work in another app. */
export const leaveApp = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });

/** Waits for the small window and its page. */
export const quickPage = async (app: ElectronApplication, open: () => Promise<unknown>): Promise<Page> => {
  const [page] = await Promise.all([app.waitForEvent('window'), open()]);
  await page.getByRole('textbox', { name: 'Message', exact: true }).waitFor();
  return page;
};
