import { type ElectronApplication, expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { makePng } from '../../support/make-image';
import { paste } from '../support/attach';
import { expectAccessible, withoutMotion } from '../support/axe';
import { clickMenu } from '../support/dialogs';
import { answered, ask, chatList, messageBox, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { quickPage } from '../support/native';
import { startAgain } from '../support/second-start';

declare const parlance: Bridge;

const askFromOutside = (app: ElectronApplication) => startAgain(app, '--quick-ask');

const isShown = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isAlwaysOnTop())
      .map((window) => window.isVisible()),
  );

test('a question is asked in the small window, and gone on with in the main one', async ({
  launch,
  server,
  profile,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await messageBox(page).fill('A thought of mine');
  const quick = await quickPage(app, () => clickMenu(app, 'Ask in the small window'));
  await expect.poll(() => isShown(app)).toEqual([true]);
  await expect(messageBox(quick)).toBeFocused();
  await withoutMotion(quick);
  await expectAccessible(quick);
  // Esc hides what is typed, and does not lose it.
  await messageBox(quick).fill('What is a monad?');
  await quick.keyboard.press('Escape');
  await expect.poll(() => isShown(app)).toEqual([false]);
  await askFromOutside(app);
  await expect.poll(() => isShown(app)).toEqual([true]);
  await expect(messageBox(quick)).toHaveValue('What is a monad?');
  const height = () =>
    app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.isAlwaysOnTop());
      return window?.getSize()[1] ?? 0;
    });
  const small = await height();
  await messageBox(quick).press('Enter');
  await answered(quick);
  await expect.poll(height).toBeGreaterThan(small);
  await expect(messageBox(quick)).toHaveValue('');
  await ask(quick, 'And a functor?');
  await expect(quick.getByRole('article', { name: 'Assistant message' })).toHaveCount(2);
  await answered(quick);
  await expectAccessible(quick);
  // What the main window has for its own new chat was not sent, nor lost.
  await expect(messageBox(page)).toHaveValue('A thought of mine');
  await expect(chatList(page).getByRole('listitem')).toHaveCount(1);
  await quick.getByRole('button', { name: 'Open in Parlance' }).click();
  await expect(page.getByRole('article', { name: 'User message' })).toHaveText([
    /What is a monad/,
    /And a functor/,
  ]);
  await expect.poll(() => isShown(app)).toEqual([false]);
  // As the menu of the task bar's icon does it on Windows.
  await startAgain(app, '--new-chat');
  await expect(messageBox(page)).toHaveValue('A thought of mine');
  await expect(page.getByRole('article')).toHaveCount(0);
  await app.close();
  const again = await launch({ profile });
  await expect(messageBox(again.page)).toHaveValue('A thought of mine');
});

test('what is typed there outlives the app, and the window is as shut in as the main one', async ({
  launch,
  server,
  profile,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  const quick = await quickPage(app, () => askFromOutside(app));
  await messageBox(quick).fill('Half a question');
  await paste(quick, [{ name: 'pasted.png', mimeType: 'image/png', buffer: makePng(4, 4) }]);
  await expect(quick.getByRole('list', { name: 'Attachments' }).getByRole('listitem')).toHaveCount(1);
  await quick.evaluate(() => window.dispatchEvent(new Event('blur')));
  expect(
    await quick.evaluate(async () => ({
      node: typeof (globalThis as { require?: unknown }).require,
      bridge: Object.keys(parlance).sort(),
      network: await fetch('https://example.org/').then(
        () => 'reached',
        () => 'refused',
      ),
      opened: window.open('https://example.org/'),
    })),
  ).toEqual({ node: 'undefined', bridge: ['offerFiles', 'on', 'request'], network: 'refused', opened: null });
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const { sandbox, contextIsolation, nodeIntegration } = (
        webContents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    }),
  );
  expect(new Set(preferences.map((each) => JSON.stringify(each))).size).toBe(1);
  // The main window closed takes the hidden one with it, and so the app ends.
  await quick.keyboard.press('Escape');
  await expect.poll(() => isShown(app)).toEqual([false]);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await page.close();
  await ended;
  const again = await launch({ profile });
  const fresh = await quickPage(again.app, () => askFromOutside(again.app));
  await expect(messageBox(fresh)).toHaveValue('Half a question');
  await expect(fresh.getByRole('list', { name: 'Attachments' }).getByRole('listitem')).toHaveCount(1);
});

test('keys for any app are recorded in Settings, told when another app has them, and given back', async ({
  launch,
}) => {
  const { app, page } = await launch();
  const settings = await openSettings(page);
  const part = settings.getByRole('region', { name: 'Desktop', exact: true });
  await app.evaluate(({ globalShortcut }) => {
    globalShortcut.register('CommandOrControl+Alt+Y', () => undefined);
  });
  const button = part
    .getByRole('button', { name: /Keys for a quick question/ })
    .or(part.getByRole('button', { name: /Press the new keys/ }));
  await button.click();
  await page.keyboard.press('Control+Alt+Y');
  await expect(part.getByText('Another app has these keys. Choose others.')).toBeVisible();
  await button.click();
  await page.keyboard.press('Control+Alt+J');
  await expect(part.getByText('They open the small window from any app while Parlance runs.')).toBeVisible();
  const isTaken = (keys: string) =>
    app.evaluate(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), keys);
  await expect.poll(() => isTaken('CmdOrCtrl+Alt+J')).toBe(true);
  await part.getByRole('button', { name: 'Take these keys away' }).click();
  await expect.poll(() => isTaken('CmdOrCtrl+Alt+J')).toBe(false);
});
