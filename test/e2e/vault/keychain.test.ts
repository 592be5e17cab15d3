import { readdir } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { chatList, closeSettings, openSettings } from '../support/drive';
import { test as base } from '../support/fixtures';
import { chatOnce, expectChat, expectKey } from '../support/kept-chat';
import { startKeyring } from '../support/keyring';
import { filesHolding } from '../support/profile-files';
import { catchRecoveryKey } from '../support/recovery-key';

declare const parlance: Bridge;

const KEY = 'sk-test-keychain-0123456789';

const test = base.extend<{ readonly keyring: Awaited<ReturnType<typeof startKeyring>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument.
  keyring: async ({}, use) => {
    const keyring = await startKeyring();
    await use(keyring);
    await keyring.close();
  },
});

test.skip(process.platform !== 'linux', 'Only Linux lets a test have a keychain of its own.');

const historyKeyMethod = (page: Page) =>
  page.evaluate(async () => {
    const answer = await parlance.request['app.snapshot']({});
    return answer.ok ? answer.value.vault.historyKey : answer.error.code;
  });

test('key and history are under the keychain, in no file, and there again after a restart', async ({
  launch,
  server,
  profile,
  keyring,
}) => {
  const first = await launch(keyring.launch);
  await chatOnce(first.page, server, KEY);
  await openSettings(first.page);
  await expect(first.page.getByRole('status', { name: 'Key storage' })).toContainText('system’s keychain');
  expect(await historyKeyMethod(first.page)).toBe('os');
  expect(await readdir(profile)).not.toContain('history.key');
  expect((await filesHolding(profile, KEY)).holding).toEqual([]);
  await first.app.close();
  expect(await readdir(profile)).not.toContain('history.key');
  expect((await filesHolding(profile, KEY)).holding).toEqual([]);

  const { page } = await launch(keyring.launch);
  await expectChat(page);
  await expectKey(page, server, KEY);
});

test('after the keychain is lost the recovery key opens the history, and no key is sent', async ({
  launch,
  server,
  keyring,
}) => {
  const first = await launch(keyring.launch);
  await chatOnce(first.page, server, KEY);
  const recoveryKey = await catchRecoveryKey(first.app, first.page);
  await first.app.close();

  const otherKeyring = await startKeyring();
  try {
    const { app, page } = await launch(otherKeyring.launch);
    await expect(page.getByText('Your history needs its recovery key')).toBeVisible();
    await expect(chatList(page).getByRole('listitem')).toHaveCount(0);
    const field = page.getByRole('textbox', { name: 'Recovery key' });
    await field.fill(recoveryKey);
    await field.press('Enter');
    await expectChat(page);
    expect(await historyKeyMethod(page)).toBe('os');
    await openSettings(page);
    await expect(page.getByRole('status', { name: 'Key storage' })).toContainText('No API key is stored');
    await closeSettings(page);
    await app.close();
    await expectChat((await launch(otherKeyring.launch)).page);
  } finally {
    await otherKeyring.close();
  }
});
