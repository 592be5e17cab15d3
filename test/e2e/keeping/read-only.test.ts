import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { Database } from '../../../main/backstage/database/database';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { choosePlace, ownFolder } from '../support/dialogs';
import { ask, assistantMessages, chatList, messageBox, openSettings, saveServer } from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import { answerWith, boxes, gone, QUIT, quit, STAY } from '../support/quit-question';

/** Where there is no keychain the key lies in a file, which the app says. */
const keyIn = async (profile: string): Promise<string> => {
  const text = await readFile(path.join(profile, 'history.key'), 'utf8');
  const [key] = /[0-9a-f]{64}/.exec(text) ?? [];
  if (key === undefined) throw new Error('no key in history.key');
  return key;
};

const pretendNewer = (profile: string, keyHex: string): void => {
  const database = new Database(path.join(profile, 'history.db'), keyHex);
  database.write((writer) => writer.script('PRAGMA user_version = 9999'));
  database.close();
};

test('a history that a newer Parlance wrote is searched, and what was found goes out of it', async ({
  launch,
  profile,
}) => {
  const first = await launch();
  await fillChat(first.page, ['About herons', 'They live by water.']);
  await first.app.close();
  pretendNewer(profile, await keyIn(profile));
  const { app, page } = await launch();
  const search = page.getByRole('searchbox', { name: 'Search chats' });
  await search.fill('water');
  const hits = page.getByRole('listbox', { name: 'Search results' }).getByRole('option');
  await expect(hits).toContainText(['They live by water.']);
  await search.press('Enter');
  await expect(assistantMessages(page)).toContainText('They live by water.');
  const file = path.join(ownFolder(), 'found.jsonl');
  await choosePlace(app, file);
  await page.getByRole('button', { name: 'Export chats found…' }).click();
  await page.getByRole('menuitem', { name: 'JSONL (fine-tuning)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('status')).toContainText('The chats were exported to “found.jsonl”.');
  expect(await readFile(file, 'utf8')).toContain('They live by water.');
});

test('a history that a newer Parlance wrote is read, and every change is refused in words', async ({
  launch,
  profile,
  server,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await fillChat(first.page, ['Alpha', 'answer']);
  await first.app.close();
  pretendNewer(profile, await keyIn(profile));
  const { app, page } = await launch();
  const banner = page
    .getByRole('alert')
    .filter({ hasText: 'A newer version of Parlance wrote this history' });
  await expect(banner).toBeVisible();
  await chatList(page).getByRole('button', { name: 'Alpha', exact: true }).click();
  await expect(assistantMessages(page)).toContainText('answer');
  const refused = page.getByRole('alert').filter({ hasText: 'The history can only be read now.' });
  await ask(page, 'One more');
  await expect(refused).toBeVisible();
  await expect(messageBox(page)).toHaveValue('One more');
  expect(server.requests.filter(({ path: asked }) => asked.endsWith('/completions'))).toEqual([]);
  await refused.getByRole('button', { name: 'Dismiss' }).click();
  await chatList(page).getByRole('listitem').hover();
  await chatList(page).getByRole('button', { name: 'Chat actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await expect(refused).toBeVisible();
  await expect(chatList(page).getByRole('listitem')).toHaveCount(1);
  await refused.getByRole('button', { name: 'Dismiss' }).click();
  const settings = await openSettings(page);
  await settings
    .getByRole('region', { name: 'Snapshots' })
    .getByRole('button', { name: 'Make one now' })
    .click();
  await expect(settings.getByRole('region', { name: 'Snapshots' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  // What was typed can be written nowhere: one is asked before it goes.
  await answerWith(app, [STAY, QUIT]);
  await quit(app);
  await expect.poll(() => boxes(app)).toHaveLength(1);
  await expect(messageBox(page)).toHaveValue('One more');
  await withoutMotion(page);
  await checkEverywhere(page);
  const ended = gone(app);
  await quit(app);
  await ended;
});
