import { expect } from '@playwright/test';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { clickMenu } from '../support/dialogs';
import { answered, ask, assistantMessages, chatList, startDemo, userMessages } from '../support/drive';
import { test } from '../support/fixtures';

test('a new user gets an answer at once from the demo, and sample chats that come and go in one act', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await page.getByRole('button', { name: 'Add sample chats' }).click();
  const chats = chatList(page).getByRole('listitem');
  await expect(chats).toHaveCount(3);
  await expect(page.getByRole('heading', { level: 1, name: 'Start here' })).toBeVisible();
  await expect(page.getByRole('table')).toBeInViewport();
  await chatList(page).getByRole('button', { name: 'Nothing is thrown away' }).click();
  await expect(userMessages(page).first()).toContainText('by the sea');
  await page.getByRole('button', { name: 'Previous branch' }).click();
  await expect(userMessages(page)).toHaveText([/Suggest a name for a bookshop\./]);
  await expect(assistantMessages(page)).toContainText('The Second Shelf');
  await clickMenu(app, 'Remove sample chats');
  await expect(chats).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(chats).toHaveCount(3);
  await clickMenu(app, 'Remove sample chats');
  await expect(chats).toHaveCount(0);
  await startDemo(page);
  await expect(page.getByRole('heading', { name: 'What would you like to ask?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add sample chats' })).toBeVisible();
  await ask(page, 'Hello');
  await answered(page);
});

test('what is new is told once after an update, in the language of the page, and again from Help', async ({
  launch,
}) => {
  const first = await launch();
  // Noted once the page has nothing better to do.
  await first.page.waitForFunction(() => localStorage.getItem('parlance:version') !== null);
  await expect(first.page.getByText(/was updated to/)).toHaveCount(0);
  await first.page.evaluate(() => localStorage.setItem('parlance:version', '0.0.9'));
  await first.app.close();

  const { app, page } = await launch();
  await expect(page.getByText(/Parlance was updated to/)).toBeVisible();
  await page.getByRole('button', { name: 'What’s new' }).click();
  const dialog = page.getByRole('dialog', { name: /What’s new in Parlance/ });
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await withoutMotion(page);
  await checkEverywhere(page);
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText(/\p{Script=Han}/u);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await app.close();

  const again = await launch();
  await expect(again.page.getByRole('searchbox', { name: '搜索对话' })).toBeVisible();
  await clickMenu(again.app, '新内容…');
  await expect(again.page.getByRole('dialog')).toBeVisible();
  await expect(again.page.getByText(/已更新到/)).toHaveCount(0);
});
