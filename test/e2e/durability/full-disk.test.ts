import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { startFaultServer } from '../../support/fault-server';
import { banner, test } from '../support/disk-fixtures';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  messageBox,
  openSettings,
  saveServer,
  wordsIn,
} from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { historyPid } from '../support/history-process';
import { killAll } from '../support/kill-all';

declare const parlance: Bridge;

const FULL = /The disk is full/;
const chat = (page: Page, title: string): Locator =>
  chatList(page).getByRole('button', { name: title, exact: true });

/** Resolves when what the page and main asked of the history before, as soon as it could be written to, was done: it works in order. */
const askedBefore = (page: Page) => page.evaluate(() => parlance.request['chat.list']({ cursor: null }));

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');

test('a reply that streams while the disk gets full is kept, and written when there is room again', async ({
  disk,
  start,
}) => {
  const server = await startFaultServer({ reply: () => words(600), tokensPerSecond: 150 });
  const { app, page } = await start();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Count');
  await expect(assistantMessages(page)).toContainText('w50');
  const pid = await historyPid(app);
  disk.fill();
  await expect(banner(page)).toBeVisible();
  await expect(assistantMessages(page)).toContainText('w599', { timeout: 20_000 });
  // What was there can be read, what is new is refused and stays where it was typed.
  await ask(page, 'One more');
  await expect(page.getByRole('alert').filter({ hasText: FULL }).nth(1)).toBeVisible();
  await expect(messageBox(page)).toHaveValue('One more');
  expect(await historyPid(app)).toBe(pid);
  disk.free();
  await expect(banner(page)).toBeHidden({ timeout: 15_000 });
  // The one answer there is: the second question was refused.
  await expect(assistantMessages(page)).toHaveAttribute('data-status', 'complete');
  await askedBefore(page);
  await killAll(app);
  const again = await start();
  await chat(again.page, 'Count').click();
  await answered(again.page);
  await expect.poll(() => wordsIn(assistantMessages(again.page), /w\d+/g)).toEqual(words(600).split(' '));
  await expect(messageBox(again.page)).toHaveValue('One more');
  await server.close();
});

test('what is typed while the disk is full is written when there is room again, without another key', async ({
  disk,
  start,
}) => {
  const { app, page } = await start();
  await fillChat(page, ['Alpha', 'answer']);
  await fillChat(page, ['Beta', 'answer']);
  disk.fill();
  await chat(page, 'Alpha').click();
  await messageBox(page).fill('typed for Alpha');
  await expect(banner(page)).toBeVisible();
  await chat(page, 'Beta').click();
  await messageBox(page).fill('typed for Beta');
  await chat(page, 'Alpha').click();
  await expect(messageBox(page)).toHaveValue('typed for Alpha');
  disk.free();
  await expect(banner(page)).toBeHidden({ timeout: 15_000 });
  await askedBefore(page);
  await killAll(app);
  const again = await start();
  await chat(again.page, 'Alpha').click();
  await expect(messageBox(again.page)).toHaveValue('typed for Alpha');
  await chat(again.page, 'Beta').click();
  await expect(messageBox(again.page)).toHaveValue('typed for Beta');
});

test('a start on a full disk shows the history, and writing comes back by itself', async ({
  disk,
  start,
}) => {
  const first = await start();
  await fillChat(first.page, ['Alpha', 'answer']);
  await first.app.close();
  disk.fill();
  const { app, page } = await start();
  // Chromium gives some of its own files back at the start.
  disk.fill();
  await chat(page, 'Alpha').click();
  await expect(assistantMessages(page)).toContainText('answer');
  const settings = await openSettings(page);
  // Chromium gives files of its own back whenever it likes: then there was room, and nothing to tell.
  let theme: 'Dark' | 'Light' = 'Light';
  await expect(async () => {
    theme = theme === 'Light' ? 'Dark' : 'Light';
    await settings.getByRole('combobox', { name: 'Theme' }).click();
    const option = page.getByRole('option', { name: theme });
    await expect(option).toBeVisible();
    disk.fill();
    await option.click();
    const refused = page.getByRole('alert').filter({ hasText: 'could not be saved' });
    await expect(refused).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  let typed = 'typed';
  await expect(async () => {
    disk.fill();
    typed = `${typed} on`;
    await messageBox(page).fill(typed);
    await expect(banner(page)).toBeVisible({ timeout: 3_000 });
  }).toPass();
  disk.free();
  await expect(banner(page)).toBeHidden({ timeout: 15_000 });
  await app.close();
  const again = await start();
  await chat(again.page, 'Alpha').click();
  await expect(messageBox(again.page)).toHaveValue(typed);
});
