import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { chooseOf } from '../support/chat-list';
import { chooseFiles, clickMenu, ownFolder } from '../support/dialogs';
import { answered, ask, chatList, openSettings, saveServer } from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import { chooseAsItCloses, chooseInTray, noteDesktop, noted, trayItems } from '../support/native';

declare const parlance: Bridge;

/** A desktop that says whether it has a tray, in the words of the tool that is asked. */
const desktop = async (hasTray: boolean): Promise<Record<string, string>> => {
  const bin = path.join(ownFolder(), 'bin');
  await mkdir(bin, { recursive: true });
  const tool = path.join(bin, 'busctl');
  await writeFile(tool, `#!/bin/sh\necho "b ${hasTray}"\n`);
  await chmod(tool, 0o755);
  return { PATH: `${bin}:${process.env.PATH}`, XDG_CONFIG_HOME: path.join(ownFolder(), 'config') };
};

test('the tray leads to chats and keeps the app running; without one, that is said and closing ends the app', async ({
  launch,
  profile,
}) => {
  const { app, page } = await launch({ env: await desktop(true) });
  await fillChat(page, ['Salt & pepper']);
  await noteDesktop(app);
  expect(await trayItems(app)).toBeNull();
  const settings = await openSettings(page);
  await settings.getByRole('combobox', { name: 'Icon in the tray' }).click();
  await page.getByRole('option', { name: 'Shown; Parlance goes on when its window is closed' }).click();
  await expect
    .poll(() => trayItems(app))
    .toEqual([
      'Open Parlance',
      'New chat',
      'Ask in the small window',
      '',
      'Salt && pepper',
      '',
      'Quit Parlance',
    ]);
  // The language is changed while the app runs, what main draws itself included.
  await page.evaluate(() => parlance.request['settings.update']({ language: 'zh-CN' }));
  await expect
    .poll(() => trayItems(app))
    .toEqual(['打开 Parlance', '新对话', '在小窗口中提问', '', 'Salt && pepper', '', '退出 Parlance']);
  const menus = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  await expect.poll(menus).toEqual(['文件', '编辑', '视图', '对话', '窗口', '帮助']);
  await page.evaluate(() => parlance.request['settings.update']({ language: 'en' }));
  await expect.poll(() => trayItems(app)).toContain('Quit Parlance');
  // Where the window is, is known without its being closed: an app that is killed opens there, too.
  const there = { x: 40, y: 30, width: 900, height: 640 };
  const bounds = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    there,
  );
  await expect
    .poll(() => readFile(path.join(profile, 'window.json'), 'utf8').then(JSON.parse, () => null))
    .toMatchObject({ bounds: there });
  await page.close();
  await expect.poll(() => app.windows().length).toBe(0);
  const [again] = await Promise.all([app.waitForEvent('window'), chooseInTray(app, 'Salt && pepper')]);
  await expect(again.getByRole('article', { name: 'User message' })).toHaveText(/Salt & pepper/);
  await expect.poll(bounds).toEqual(there);
  // Chosen while the window goes: it is destroyed before the app is told so.
  await chooseAsItCloses(app, 'Salt && pepper');
  const [third] = await Promise.all([app.waitForEvent('window'), again.close()]);
  await expect(third.getByRole('article', { name: 'User message' })).toHaveText(/Salt & pepper/);
  await third.evaluate(() => parlance.request['settings.update']({ tray: 'off' }));
  await expect.poll(() => trayItems(app)).toBeNull();
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await third.close();
  await ended;
});

test('without a tray that is said, and the window is what the app lives by', async ({ launch }) => {
  const { app, page } = await launch({ env: await desktop(false), args: ['--hidden'] });
  await noteDesktop(app);
  const settings = await openSettings(page);
  await settings.getByRole('searchbox', { name: 'Search settings' }).fill('tray');
  await settings.getByRole('combobox', { name: 'Icon in the tray' }).click();
  await page.getByRole('option', { name: 'Shown; Parlance goes on when its window is closed' }).click();
  await expect(settings.getByText('This desktop has no place for such icons')).toBeVisible();
  expect(await trayItems(app)).toBeNull();
  // Starting with the computer is the desktop's own setting: written, read back, and taken away again.
  const entry = path.join(ownFolder(), 'config', 'autostart', 'parlance.desktop');
  const login = settings.getByRole('combobox', { name: 'When you log in to the computer' });
  await login.click();
  await page.getByRole('option', { name: 'Start Parlance in the tray' }).click();
  await expect
    .poll(() => readFile(entry, 'utf8').catch(() => ''))
    .toMatch(/^Exec=".+" ".+" "--user-data-dir=.+" "--hidden"$/m);
  await expect(login).toContainText('in the tray');
  await login.click();
  await page.getByRole('option', { name: 'Do not start Parlance' }).click();
  await expect.poll(() => existsSync(entry)).toBe(false);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await page.close();
  await ended;
});

test('while a reply streams the computer stays awake; one that a sleep cut is told and continued at once', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  const isAwake = () =>
    app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)));
  expect(await isAwake()).toBe(false);
  server.fail({ kind: 'stall', after: 3 }, 1);
  await ask(page, 'Hello');
  await expect(page.getByRole('article', { name: 'Assistant message' })).toContainText('Hello');
  await expect.poll(isAwake).toBe(true);
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  // Long before the two minutes of silence that are allowed otherwise.
  await expect(page.getByText('The computer was asleep')).toBeVisible({ timeout: 20_000 });
  await answered(page, 'failed');
  await expect.poll(isAwake).toBe(false);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await answered(page);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(
    ({ powerMonitor }) => void powerMonitor.emit('shutdown', { preventDefault: () => undefined }),
  );
  await ended;
});

test('a chat is printed as it is drawn, dragged out as Markdown, and how far an import is shows in the task bar', async ({
  launch,
  profile,
}) => {
  const { app, page } = await launch();
  await fillChat(page, ['Printed words']);
  await chatList(page).getByRole('button', { name: 'Printed words', exact: true }).click();
  await expect(page.getByRole('article')).toHaveText(/Printed words/);
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    const seen = { printed: [] as string[], dragged: [] as (readonly string[])[] };
    Object.assign(globalThis, { seen });
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        seen.printed.push(contents.getURL());
        done?.(seen.printed.length === 1, seen.printed.length === 1 ? '' : 'no printer');
      };
    });
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.startDrag = ({ files = [] }) => void seen.dragged.push(files);
  });
  const seen = () =>
    app.evaluate(() => (globalThis as unknown as { seen: { printed: string[]; dragged: string[][] } }).seen);
  await page.keyboard.press('Control+P');
  await expect.poll(async () => (await seen()).printed).toEqual(['parlance-print://page/']);
  await chooseOf(page, 'Printed words', 'Print…');
  await expect(page.getByRole('alert')).toContainText('The chat could not be printed.');
  const title = chatList(page).getByRole('button', { name: 'Printed words', exact: true });
  await page.keyboard.down('Control');
  await title.hover();
  await page.mouse.down();
  await page.mouse.move(500, 400, { steps: 5 });
  await expect.poll(async () => (await seen()).dragged.length).toBe(1);
  await page.mouse.up();
  await page.keyboard.up('Control');
  const [[file = ''] = []] = (await seen()).dragged;
  expect(path.basename(file)).toBe('Printed words.md');
  expect(await readFile(file, 'utf8')).toContain('Printed words');
  await noteDesktop(app);
  const messages = [{ role: 'user', content: 'Imported' }];
  await writeFile(path.join(ownFolder(), 'chats.jsonl'), JSON.stringify({ messages }));
  await chooseFiles(app, [path.join(ownFolder(), 'chats.jsonl')]);
  await clickMenu(app, 'Import…');
  const dialog = page.getByRole('dialog', { name: 'Import', exact: true });
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const progress = () => noted(app).then((seen) => seen.progress);
  await expect.poll(async () => (await progress()).at(-1)).toBe(-1);
  expect((await progress()).some((value) => value >= 0)).toBe(true);
  await app.close();
  expect(existsSync(path.join(profile, 'dragged'))).toBe(false);
});
