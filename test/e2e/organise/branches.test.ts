import { expect, type Page } from '@playwright/test';
import { checkEverywhere, withoutMotion } from '../support/axe';
import {
  answered,
  ask,
  chatList,
  chooseAction,
  lastCompletion,
  messageBox,
  saveServer,
  userMessages,
} from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';

const openFilled = async (page: Page, texts: readonly string[]): Promise<void> => {
  await fillChat(page, texts);
  await chatList(page)
    .getByRole('button', { name: texts[0] ?? '', exact: true })
    .click();
  await expect(page.getByRole('article')).toHaveCount(texts.length);
};

const words = (page: Page): Promise<readonly string[]> =>
  page.getByRole('article').evaluateAll((articles) => articles.map((each) => each.dataset.messageId ?? ''));

test('one goes on below any message, the former end stays a branch, and undo goes back to it', async ({
  launch,
}) => {
  const { page } = await launch();
  await openFilled(page, ['one', 'two', 'three']);
  const before = await words(page);
  await userMessages(page).first().getByRole('button', { name: 'Branch from here' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(messageBox(page)).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => words(page)).toEqual(before);

  await userMessages(page).first().getByRole('button', { name: 'Branch from here' }).click();
  await messageBox(page).fill('another');
  await page.getByRole('button', { name: 'Add without sending' }).click();
  await expect(page.getByText('2 / 2')).toBeVisible();
  await page.getByRole('button', { name: 'Previous branch' }).click();
  await expect.poll(() => words(page)).toEqual(before);
});

test('a path is copied into a new chat, a branch moved into one, and undo takes it back', async ({
  launch,
}) => {
  const { page } = await launch();
  await openFilled(page, ['one', 'two', 'three']);
  const before = await words(page);
  await chooseAction(page.getByRole('article').nth(1), 'Copy to new chat');
  await expect(page.getByRole('heading', { name: 'one (copy)' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(2);
  await chatList(page).getByRole('button', { name: 'one', exact: true }).click();
  await expect.poll(() => words(page)).toEqual(before);

  await chooseAction(page.getByRole('article').nth(1), 'Move branch to new chat');
  await expect(page.getByRole('heading', { name: 'one (branch)' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(3);
  await chatList(page).getByRole('button', { name: 'one', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => words(page)).toEqual(before);
  await expect(chatList(page).getByRole('button', { name: 'one (branch)' })).toHaveCount(0);
});

test('the map shows forks and ends, is walked by keys, goes where Enter says, and axe finds nothing', async ({
  launch,
}) => {
  const { page } = await launch();
  await withoutMotion(page);
  await openFilled(page, ['root', 'left', 'left end']);
  await userMessages(page).first().getByRole('button', { name: 'Branch from here' }).click();
  await messageBox(page).fill('right');
  await page.getByRole('button', { name: 'Add without sending' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);

  await page.getByRole('button', { name: 'Show branches' }).click();
  const tree = page.getByRole('dialog').getByRole('tree');
  await expect(tree).toBeFocused();
  const items = tree.getByRole('treeitem');
  await expect(items).toHaveCount(3);
  await expect(items.nth(0)).toContainText('root');
  await expect(items.nth(1)).toContainText('left');
  await expect(items.nth(1)).toContainText('2 messages');
  await expect(items.nth(2)).toHaveAttribute('aria-current', 'true');
  await checkEverywhere(page);
  // Left goes to the fork and closes it; right opens it again.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(items).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(tree).toBeHidden();
  await expect(page.getByRole('article').filter({ hasText: 'left end' })).toBeVisible();
});

test('no server but OpenAI is asked for titles unless one wants it; then once, and a typed title stays', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const asked = () => server.requests.filter(({ path }) => path.endsWith('/chat/completions')).length;
  await ask(page, 'First question');
  await answered(page);
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('combobox', { name: 'Automatic titles' }).click();
  await page.getByRole('option', { name: 'With every server' }).click();
  await page.keyboard.press('Escape');
  expect(asked()).toBe(1);

  await page.getByRole('button', { name: 'New chat' }).click();
  await ask(page, 'Second question');
  await answered(page);
  // The fault server says the same to everybody.
  await expect(chatList(page).getByRole('button', { name: /^Hello/ })).toBeVisible();
  expect(asked()).toBe(3);
  expect(lastCompletion(server)).toMatchObject({ max_tokens: 20 });
  await ask(page, 'Third question');
  await expect(userMessages(page)).toHaveCount(2);
  await answered(page);
  await expect(chatList(page).getByRole('button', { name: 'First question' })).toBeVisible();
  expect(asked()).toBe(4);
});
