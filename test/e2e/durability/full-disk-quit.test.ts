import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { startFaultServer } from '../../support/fault-server';
import { ownFolder } from '../support/dialogs';
import { banner, test } from '../support/disk-fixtures';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  messageBox,
  saveServer,
  wordsIn,
} from '../support/drive';
import { chatOnce, expectChat } from '../support/kept-chat';
import { answerWith, boxes, COPY, gone, insistOnQuitting, QUIT, quit, STAY } from '../support/quit-question';

declare const parlance: Bridge;

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');

/** Lets a reply come of which the disk takes only the beginning. */
const replyOnFullDisk = async (page: Page, baseUrl: string, fill: () => void): Promise<void> => {
  await saveServer(page, baseUrl);
  await ask(page, 'Count');
  await expect(assistantMessages(page)).toContainText('w50');
  fill();
  await expect(assistantMessages(page)).toContainText('w599', { timeout: 20_000 });
  await expect(banner(page)).toBeVisible();
};

/** Lets the page hand over what was typed, which is refused. */
const refusedDraft = async (page: Page): Promise<void> => {
  await messageBox(page).blur();
  // Answered after it.
  await page.evaluate(() => parlance.request['chat.list']({ cursor: null }));
};

test('quitting on a full disk asks first, stays open, and saves all of it once there is room', async ({
  disk,
  start,
}) => {
  const server = await startFaultServer({ reply: () => words(600), tokensPerSecond: 150 });
  const { app, page } = await start();
  await replyOnFullDisk(page, server.baseUrl, disk.fill);
  await messageBox(page).fill('not sent yet');
  await refusedDraft(page);
  await answerWith(app, [STAY, STAY]);
  await quit(app);
  await expect.poll(() => boxes(app)).toHaveLength(1);
  const [box] = await boxes(app);
  expect(box?.message).toBe('The disk is full, and not everything is saved');
  expect(box?.detail).toContain('Replies not saved: 1\nTyped texts not saved: 1');
  expect(box?.buttons).toEqual(['Keep Parlance open', 'Save a copy elsewhere…', 'Quit without saving']);
  // By the window, too.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => boxes(app)).toHaveLength(2);
  await expect(messageBox(page)).toHaveValue('not sent yet');
  disk.free();
  await insistOnQuitting(app);
  const ended = gone(app);
  await quit(app);
  await ended;
  const again = await start();
  await chatList(again.page).getByRole('button', { name: 'Count', exact: true }).click();
  await answered(again.page);
  await expect.poll(() => wordsIn(assistantMessages(again.page), /w\d+/g)).toEqual(words(600).split(' '));
  await expect(messageBox(again.page)).toHaveValue('not sent yet');
  await server.close();
});

test('a copy saved elsewhere holds every word of the reply and of the draft, and then the app quits', async ({
  disk,
  start,
}) => {
  const server = await startFaultServer({ reply: () => words(600), tokensPerSecond: 150 });
  const { app, page } = await start();
  await replyOnFullDisk(page, server.baseUrl, disk.fill);
  await messageBox(page).fill('not sent yet');
  await refusedDraft(page);
  const file = path.join(ownFolder(), 'copy.md');
  // On the full disk itself it cannot be written; then the choice of a place is broken off.
  await answerWith(app, [COPY, COPY, STAY], [path.join(disk.folder, 'copy.md')]);
  await quit(app);
  await expect.poll(() => boxes(app)).toHaveLength(3);
  expect((await boxes(app)).map(({ message }) => message)).toEqual([
    'The disk is full, and not everything is saved',
    'The copy could not be written there.',
    'The disk is full, and not everything is saved',
  ]);
  await answerWith(app, [COPY], [file]);
  const ended = gone(app);
  await quit(app);
  await ended;
  const copy = readFileSync(file, 'utf8');
  expect(copy).toBe(`# Count\n\n${words(600)}\n\n---\n\n# Count\n\nnot sent yet\n`);
  await server.close();
});

test('a question that was refused the moment before is there again when the disk has room as the app quits', async ({
  disk,
  start,
  server,
}) => {
  const { app, page } = await start();
  await chatOnce(page, server);
  disk.fill();
  await ask(page, 'What else?');
  await expect(page.getByRole('alert').filter({ hasText: 'The disk is full' }).first()).toBeVisible();
  await expect(messageBox(page)).toHaveValue('What else?');
  await insistOnQuitting(app);
  disk.free();
  // At once: nothing waits for a pause in typing.
  const ended = gone(app);
  await page.evaluate(() => window.close()).catch(() => undefined);
  await ended;
  const again = await start();
  await expectChat(again.page);
  await expect(messageBox(again.page)).toHaveValue('What else?');
});

test('quitting without saving quits', async ({ disk, start }) => {
  const { app, page } = await start('zh-CN');
  const box = page.getByRole('textbox', { name: '消息', exact: true });
  disk.fill();
  await box.fill('还没有发送');
  await expect(page.getByRole('alert').filter({ hasText: '磁盘已满' })).toBeVisible();
  await answerWith(app, [STAY, QUIT]);
  await quit(app);
  await expect.poll(() => boxes(app)).toHaveLength(1);
  const [asked] = await boxes(app);
  expect(asked?.message).toBe('磁盘已满，部分内容尚未保存');
  expect(asked?.buttons).toEqual(['暂不退出', '在别处保存副本…', '不保存并退出']);
  const ended = gone(app);
  await quit(app);
  await ended;
});

test('a SIGTERM on a full disk asks, each time, and one with room keeps what is typed', async ({
  disk,
  start,
}) => {
  const { app, page } = await start();
  await page.evaluate(() => parlance.request['settings.update']({ theme: 'dark' }));
  // electron-store, loaded by then, answered each signal by sending it once more, and one was asked twice.
  expect(await app.evaluate(() => process.listenerCount('SIGTERM'))).toBe(1);
  disk.fill();
  await messageBox(page).fill('not sent yet');
  await expect(banner(page)).toBeVisible();
  await answerWith(app, [STAY, STAY]);
  for (const asked of [1, 2]) {
    app.process().kill('SIGTERM');
    await expect.poll(() => boxes(app)).toHaveLength(asked);
    await expect(messageBox(page)).toHaveValue('not sent yet');
  }
  disk.free();
  await insistOnQuitting(app);
  const ended = gone(app);
  app.process().kill('SIGTERM');
  await ended;
  const again = await start();
  await expect(messageBox(again.page)).toHaveValue('not sent yet');
});
