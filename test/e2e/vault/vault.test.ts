import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { chatList, closeSettings, openSettings } from '../support/drive';
import { test } from '../support/fixtures';
import { chatOnce, expectChat, expectKey } from '../support/kept-chat';
import { setPassphrase } from '../support/passphrase';
import { filesHolding } from '../support/profile-files';
import { catchRecoveryKey } from '../support/recovery-key';

const KEY = 'sk-test-vault-0123456789';
const PASSPHRASE = 'correct horse battery staple';

const keyStorage = (page: Page) => page.getByRole('status', { name: 'Key storage' });

test('without a keychain the key is for this session, said so, and gone after it', async ({
  launch,
  server,
  profile,
}) => {
  const first = await launch();
  await chatOnce(first.page, server, KEY);
  await openSettings(first.page);
  await expect(keyStorage(first.page)).toContainText(/session/i);
  await first.app.close();
  expect((await filesHolding(profile, KEY)).holding).toEqual([]);
  const { page } = await launch();
  await openSettings(page);
  await expect(page.getByText('…6789')).toBeHidden();
  await closeSettings(page);
  await expectChat(page);
});

test('a passphrase keeps key and history over a restart, and nothing opens without it', async ({
  launch,
  server,
  profile,
}) => {
  const first = await launch();
  await chatOnce(first.page, server, KEY);
  await setPassphrase(first.page, PASSPHRASE);
  await openSettings(first.page);
  await expect(keyStorage(first.page)).toContainText(/passphrase/i);
  await first.app.close();
  expect(await readdir(profile)).not.toContain('history.key');
  expect((await filesHolding(profile, PASSPHRASE)).holding).toEqual([]);
  expect((await filesHolding(profile, KEY)).holding).toEqual([]);

  const { page } = await launch();
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.fill('wrong');
  await field.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText(/passphrase/i);
  await expect(chatList(page).getByRole('listitem')).toHaveCount(0);
  await field.fill(PASSPHRASE);
  await field.press('Enter');
  await expectChat(page);
  await expectKey(page, server, KEY);
});

test('a lost key file asks for the recovery key and never starts over the old history', async ({
  launch,
  server,
  profile,
}) => {
  const first = await launch();
  await chatOnce(first.page, server, KEY);
  const recoveryKey = await catchRecoveryKey(first.app, first.page);
  await first.app.close();
  await rm(path.join(profile, 'history.key'));

  const { page } = await launch();
  const field = page.getByRole('textbox', { name: 'Recovery key' });
  await field.fill(recoveryKey.replace(/[0-9A-Z]/, (character) => (character === '2' ? '3' : '2')));
  await field.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText(/recovery key/i);
  await field.fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await field.press('Enter');
  await expectChat(page);
});

test('starting anew sets the old history aside and deletes nothing', async ({ launch, server, profile }) => {
  const first = await launch();
  await chatOnce(first.page, server, KEY);
  await first.app.close();
  await rm(path.join(profile, 'history.key'));
  const before = await readdir(profile);
  const { page } = await launch();
  await page.getByRole('button', { name: 'Set the old history aside and start new' }).click();
  await page
    .getByRole('button', { name: /set aside|start new/i })
    .last()
    .click();
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeEditable();
  await expect(chatList(page).getByRole('listitem')).toHaveCount(0);
  expect(before).toContain('history.db');
  const histories = async () =>
    (await readdir(profile)).filter((name) => /^history.*\.db$/.test(name)).sort();
  await expect.poll(histories).toEqual([expect.stringMatching(/^history-.+\.db$/), 'history.db']);
});

test('a history file that is no database is left as it is and said to be damaged', async ({
  launch,
  server,
  profile,
}) => {
  const first = await launch();
  await chatOnce(first.page, server, KEY);
  await first.app.close();
  const file = path.join(profile, 'history.db');
  await writeFile(file, Buffer.alloc(8192, 7));
  const { page } = await launch();
  await expect(page.getByRole('main', { name: 'Conversation' })).toContainText(
    /damaged|cannot be (read|opened)/i,
  );
  await expect(page.getByRole('button', { name: 'Settings', exact: true })).toBeVisible();
});

test('a broken settings file is set aside, said so, and the app starts', async ({ launch, profile }) => {
  await writeFile(path.join(profile, 'settings.json'), '{"theme": "da');
  const { page } = await launch();
  await expect(page.getByText(/set aside/i)).toBeVisible();
  const files = await readdir(profile);
  expect(files.filter((name) => name.startsWith('settings') && name !== 'settings.json')).toHaveLength(1);
});
