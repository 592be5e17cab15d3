import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { openSettings } from '../support/drive';
import { test } from '../support/fixtures';
import { chatOnce, expectChat } from '../support/kept-chat';
import { setPassphrase } from '../support/passphrase';
import { catchRecoveryKey } from '../support/recovery-key';

test('a forgotten passphrase gives way to the recovery key, and the history stays', async ({
  launch,
  server,
  profile,
}) => {
  const first = await launch();
  await chatOnce(first.page, server, 'sk-test-recovery-0123');
  const recoveryKey = await catchRecoveryKey(first.app, first.page);
  await setPassphrase(first.page, 'correct horse battery staple');
  await first.app.close();
  expect(await readdir(profile)).not.toContain('history.key');

  const second = await launch();
  await second.page.getByRole('button', { name: 'Use the recovery key instead' }).click();
  const field = second.page.getByRole('textbox', { name: 'Recovery key' });
  await expect(field).toBeFocused();
  await field.fill('not the key');
  await field.press('Enter');
  await expect(second.page.getByRole('alert')).toContainText(/recovery key/i);
  await field.fill(recoveryKey);
  await field.press('Enter');
  await expectChat(second.page);
  const dialog = await openSettings(second.page);
  await expect(dialog.getByRole('button', { name: 'Set passphrase' })).toBeVisible();
  await second.app.close();

  const { page } = await launch();
  await expectChat(page);
});

test('a history brought from elsewhere opens with its own recovery key', async ({
  launch,
  server,
  profile,
}) => {
  const first = await launch();
  await chatOnce(first.page, server);
  const recoveryKey = await catchRecoveryKey(first.app, first.page);
  await first.app.close();
  const keyFile = path.join(profile, 'history.key');
  const key = await readFile(keyFile, 'utf8');
  await writeFile(
    keyFile,
    key.replaceAll(/[0-9a-f]{64}/g, (hex) => [...hex].reverse().join('')),
  );

  const { page } = await launch();
  await page.getByRole('button', { name: 'Use the recovery key instead' }).click();
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey);
  await page.getByRole('textbox', { name: 'Recovery key' }).press('Enter');
  await expectChat(page);
});

test('an unprotected history key is said beside the chats until a passphrase protects it', async ({
  launch,
}) => {
  const { page } = await launch();
  await expect(page.getByText('History key unprotected')).toBeVisible();
  await page.getByRole('button', { name: 'Protect…' }).click();
  const field = page.getByLabel('New passphrase');
  await expect(field).toBeFocused();
  await field.fill('correct horse battery staple');
  await page.getByLabel('Repeat passphrase').fill('correct horse battery staple');
  await page.getByLabel('Repeat passphrase').press('Enter');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('History key unprotected')).toBeHidden();
});
