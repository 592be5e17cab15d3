import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { answered, ask, assistantMessages, saveServer, userMessages } from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

const WRONG = 'sk-test-Revoked0123456789';

test('a key that is not accepted is told wherever it is found out, in both languages, with the way to mend it', async ({
  launch,
  server,
}) => {
  server.fail({ kind: 'status', status: 401, message: `Incorrect API key provided: ${WRONG}.` });
  const { page } = await launch();
  await saveServer(page, server.baseUrl, WRONG);
  await ask(page, 'Do you know me?');
  await answered(page, 'failed');
  // Its name is another one in the other language.
  const failed = page.getByRole('article').last().getByRole('alert');
  await expect(failed).toContainText('The server did not accept the API key. Check the key in Settings.');
  // What the server says of it is shown, the key it repeats is not.
  await expect(failed).toContainText('Incorrect API key provided');
  await expect(failed).not.toContainText(WRONG);
  await page.evaluate(() => parlance.request['settings.update']({ language: 'zh-CN' }));
  await expect(failed).toContainText('服务器不接受这个 API 密钥。请在设置中检查密钥。');
  await expect(failed.getByRole('button', { name: '打开设置' })).toBeVisible();
  await page.evaluate(() => parlance.request['settings.update']({ language: 'en' }));

  await failed.getByRole('button', { name: 'Open Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByRole('status', { name: 'Connection' })).toContainText(
    'did not accept the API key',
  );
  await dialog.getByRole('button', { name: 'Check step by step' }).click();
  const findings = dialog.getByRole('list', { name: 'Connection check' }).getByRole('listitem');
  await expect(findings.filter({ hasText: 'Key:' })).toContainText('did not accept the API key');
  await expect(findings.filter({ hasText: 'Model:' })).toContainText('not checked');

  await dialog.getByLabel('API key', { exact: true }).fill('sk-test-Good0123456789');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('ends in …6789')).toBeVisible();
  server.fail(null);
  await page.keyboard.press('Escape');
  // The question is still there, and is asked again with one press.
  await expect(userMessages(page)).toHaveText(/Do you know me\?/);
  await failed.getByRole('button', { name: 'Try again' }).click();
  await answered(page);
  expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer sk-test-Good0123456789');
});

test('a key that is not accepted in the small window is told there, and the question stays', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl, WRONG);
  server.fail({ kind: 'status', status: 401, message: 'No.' });
  const opens = app.waitForEvent('window');
  await page.evaluate(() => parlance.request['quick.show']({}));
  const small = await opens;
  await ask(small, 'Quick, who am I?');
  await answered(small, 'failed');
  await expect(assistantMessages(small).last().getByRole('alert')).toContainText(
    'did not accept the API key',
  );
  await expect(userMessages(small)).toHaveText(/Quick, who am I\?/);
});
