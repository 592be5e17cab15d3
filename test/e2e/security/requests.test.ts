import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { saveServer } from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

test('only links that cannot start a program reach the system', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  await page.evaluate(async () => {
    const links = [
      'https://example.org/a',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
      'mailto:a@example.org',
    ];
    for (const url of links) await parlance.request['app.openExternal']({ url });
  });
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened).toEqual(['https://example.org/a', 'mailto:a@example.org']);
});

test('a request from a window the app does not know is refused', async ({ launch }) => {
  const { app } = await launch();
  const answer = await app.evaluate(async ({ app: electron, BrowserWindow }) => {
    // The strongest forgery: our own page with our own preload, in a window that was not made by the app.
    const preload = `${electron.getAppPath()}/out/preload/index.cjs`;
    const forged = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await forged.loadURL('app://parlance/index.html');
    const result: unknown = await forged.webContents.executeJavaScript(
      'parlance.request["app.snapshot"]({})',
    );
    forged.destroy();
    return result;
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'request.forbidden' } });
});

test('hostile input is answered with a code by the real bridge', async ({ launch }) => {
  const { page } = await launch();
  const codes = await page.evaluate(async () => {
    const request = parlance.request as unknown as Record<
      string,
      (input: unknown) => Promise<{ error: { code: string } }>
    >;
    const inputs = [null, { extra: 1 }, 'x', []];
    const answers: [string, string][] = [];
    for (const [route, ask] of Object.entries(request))
      for (const input of inputs) answers.push([route, (await ask(input)).error.code]);
    return answers.filter(([, code]) => code !== 'request.invalid');
  });
  expect(codes).toEqual([]);
});

test('no library opens a second way in beside the funnel', async ({ launch, server }) => {
  const { app, page } = await launch();
  // Saving loads electron-store, which would answer a channel of its own.
  await saveServer(page, server.baseUrl);
  const channels = await app.evaluate(({ ipcMain }) => ipcMain.eventNames());
  // `error` is Electron's own; the funnel itself is a handler, not a listener.
  expect(channels.sort()).toEqual(['error', 'newListener']);
});
