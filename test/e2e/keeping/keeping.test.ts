import { readdir, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { chooseOf } from '../support/chat-list';
import { assistantMessages, chatList, openSettings, userMessages } from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import { killAll } from '../support/kill-all';
import { startAgain } from '../support/second-start';

const chat = (page: Page, title: string) => chatList(page).getByRole('button', { name: title, exact: true });

test('a deleted chat waits in the Trash over a restart, comes back, or is gone for good after a question', async ({
  launch,
}) => {
  const first = await launch();
  for (const title of ['Alpha', 'Beta']) await fillChat(first.page, [title, 'answer']);
  for (const title of ['Alpha', 'Beta']) await chooseOf(first.page, title, 'Delete');
  await first.app.close();
  const { page } = await launch();
  await withoutMotion(page);
  const trash = page.getByRole('dialog', { name: 'Trash' });
  const openTrash = async () => {
    await page.getByRole('button', { name: 'Trash', exact: true }).press('Enter');
    await expect(trash.getByRole('listitem')).toHaveCount(2);
    await expect(trash.getByRole('button', { name: 'Restore' }).first()).toBeFocused();
  };
  await openTrash();
  await trash.getByRole('button', { name: 'Restore all' }).click();
  await expect(trash).toContainText('The Trash is empty.');
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('status').filter({ hasText: '2 chats are back from the Trash.' }),
  ).toBeVisible();
  for (const title of ['Alpha', 'Beta']) await expect(chat(page, title)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const title of ['Alpha', 'Beta']) await expect(chat(page, title)).toBeHidden();
  await openTrash();
  await expect(trash).toContainText('gone for good in 30 days');
  await checkEverywhere(page);
  await page.evaluate(() =>
    (
      globalThis as unknown as { parlance: { request: Record<string, (patch: object) => Promise<unknown>> } }
    ).parlance.request['settings.update']?.({ language: 'en' }),
  );
  await trash
    .getByRole('listitem')
    .filter({ hasText: 'Alpha' })
    .getByRole('button', { name: 'Restore' })
    .click();
  await expect(trash.getByRole('listitem')).toHaveCount(1);
  await trash.getByRole('button', { name: 'Empty Trash…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(trash.getByRole('listitem')).toHaveCount(1);
  await trash.getByRole('button', { name: 'Empty Trash…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(trash).toContainText('The Trash is empty.');
  await page.keyboard.press('Escape');
  await expect(chat(page, 'Alpha')).toBeVisible();
  await expect(chat(page, 'Beta')).toBeHidden();
});

test('Ctrl+Z outside of fields takes back deleting, renaming and archiving, and with Shift does it again', async ({
  launch,
}) => {
  const { page } = await launch();
  await fillChat(page, ['Alpha', 'answer']);
  await chat(page, 'Alpha').click();
  await chooseOf(page, 'Alpha', 'Rename');
  await page.getByRole('textbox', { name: 'Title' }).fill('Omega');
  await page.keyboard.press('Enter');
  await expect(chat(page, 'Omega')).toBeVisible();
  await chooseOf(page, 'Omega', 'Delete');
  await expect(chatList(page).getByRole('listitem')).toHaveCount(0);
  const away = () => page.getByRole('button', { name: 'Trash', exact: true }).focus();
  await away();
  await page.keyboard.press('Control+z');
  await expect(chat(page, 'Omega')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await away();
  await page.keyboard.press('Control+z');
  await expect(chat(page, 'Alpha')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(chat(page, 'Omega')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(chatList(page).getByRole('listitem')).toHaveCount(0);
  await away();
  await page.keyboard.press('Control+z');
  await expect(chat(page, 'Omega')).toBeVisible();
});

test('a snapshot made in Settings brings one chat back, and everything', async ({ launch }) => {
  const { page } = await launch();
  for (const title of ['Alpha', 'Beta']) await fillChat(page, [title, 'answer']);
  const settings = await openSettings(page);
  const section = settings.getByRole('region', { name: 'Snapshots' });
  await section.getByRole('button', { name: 'Make one now' }).click();
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await chooseOf(page, 'Alpha', 'Delete');
  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await page.getByRole('button', { name: 'Empty Trash…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('dialog', { name: 'Trash' })).toContainText('The Trash is empty.');
  await page.keyboard.press('Escape');
  await openSettings(page);
  await section.getByRole('button', { name: 'Restore…' }).click();
  const restore = page.getByRole('dialog', { name: /^Restore from/ });
  const alpha = restore.getByRole('listitem').filter({ hasText: 'Alpha' });
  await expect(alpha).toContainText('gone');
  await alpha.getByRole('button', { name: 'Restore' }).click();
  await expect(assistantMessages(page)).toContainText('answer');
  await fillChat(page, ['Gamma', 'answer']);
  await expect(chat(page, 'Gamma')).toBeVisible();
  await openSettings(page);
  await section.getByRole('button', { name: 'Restore…' }).click();
  await restore.getByRole('button', { name: 'Restore everything…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore everything' }).click();
  await expect(chat(page, 'Gamma')).toBeHidden();
  await expect(chat(page, 'Alpha')).toBeVisible();
});

test('a history that is gone is not started anew: the newest snapshot takes its place', async ({
  launch,
  profile,
}) => {
  const first = await launch();
  await fillChat(first.page, ['Alpha', 'answer']);
  const settings = await openSettings(first.page);
  const section = settings.getByRole('region', { name: 'Snapshots' });
  await section.getByRole('button', { name: 'Make one now' }).click();
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await first.app.close();
  await rm(path.join(profile, 'history.db'));
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: 'Your history is missing' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore everything' }).click();
  await chat(page, 'Alpha').click();
  await expect(userMessages(page)).toContainText('Alpha');
});

test('a truncated history is set aside, and what can be read comes back with a report', async ({
  launch,
  profile,
}) => {
  const first = await launch();
  for (let at = 0; at < 8; at += 1) await fillChat(first.page, [`Chat ${at}`, 'long '.repeat(2000)]);
  await first.app.close();
  const file = path.join(profile, 'history.db');
  await truncate(file, Math.floor(((await stat(file)).size * 0.8) / 4096) * 4096);
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: 'Your history cannot be read' })).toBeVisible();
  await page.getByRole('button', { name: 'Save what can be read' }).click();
  await expect(page.getByRole('dialog', { name: 'What was saved' })).toContainText(
    'The damaged history is in the profile folder',
  );
  expect((await readdir(profile)).filter((name) => /^history-.*\.db$/.test(name))).toHaveLength(1);
});

test('a second start on the same profile shows the first window and ends', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await startAgain(app);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      ),
    )
    .toEqual([false]);
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible();
});

test('what is typed into the editor of a message survives kill -9', async ({ launch }) => {
  const first = await launch();
  await fillChat(first.page, ['Alpha', 'answer']);
  await chat(first.page, 'Alpha').click();
  await userMessages(first.page).getByRole('button', { name: 'Edit' }).click();
  await first.page.getByRole('textbox', { name: 'Edit message' }).fill('Half an edit');
  await expect
    .poll(() =>
      first.page.evaluate(async () => {
        const { request } = (
          globalThis as unknown as {
            parlance: {
              request: Record<
                string,
                (
                  input: object,
                ) => Promise<{ value: { chats: { chats: { id: string }[] }; editDrafts?: object[] } }>
              >;
            };
          }
        ).parlance;
        const snapshot = await request['app.snapshot']?.({});
        const opened = await request['chat.open']?.({ chatId: snapshot?.value.chats.chats[0]?.id });
        return opened?.value.editDrafts?.length;
      }),
    )
    .toBe(1);
  await killAll(first.app);
  const { page } = await launch();
  await chat(page, 'Alpha').click();
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toHaveValue('Half an edit');
});
