import type { CDPSession, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  lastCompletion,
  messageBox,
  saveServer,
  userMessages,
} from '../support/drive';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import { clipboardOf } from '../support/request-dialog';

declare const parlance: Bridge;

const modelList = (page: Page) => page.getByRole('listbox', { name: 'Models' });

const compose = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

test('an at sign chooses a model for one message; the chat keeps its own', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const box = messageBox(page);
  const name = 'gpt-4.1-nano';
  await ask(page, 'First');
  await answered(page);
  const own = (lastCompletion(server) as { readonly model: string }).model;
  expect(own).not.toBe(name);
  await box.pressSequentially('@4.1-nano');
  await modelList(page).getByRole('option').filter({ hasText: name }).first().click();
  await expect(box).toHaveValue('');
  await expect(page.getByText(`This message only: ${name}`)).toBeVisible();
  await ask(page, 'Once');
  await expect(userMessages(page)).toHaveCount(2);
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ model: name });
  await expect(page.getByText('This message only')).toBeHidden();
  await ask(page, 'Again');
  await expect(userMessages(page)).toHaveCount(3);
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ model: own });
  await box.pressSequentially('@');
  await modelList(page).getByRole('option').first().click();
  await box.press('Backspace');
  await expect(page.getByText('This message only')).toBeHidden();
});

test('Up puts back what was sent, Down goes forward, and what is typed is never replaced', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const box = messageBox(page);
  for (const text of ['one', 'two\nlines']) {
    await ask(page, text);
    await answered(page);
  }
  await expect(userMessages(page)).toHaveCount(2);
  await box.press('ArrowUp');
  await expect(box).toHaveValue('two\nlines');
  await box.press('ArrowUp');
  await expect(box).toHaveValue('one');
  await box.press('ArrowUp');
  await expect(box).toHaveValue('one');
  await box.press('ArrowDown');
  await expect(box).toHaveValue('two\nlines');
  await box.press('ArrowDown');
  await expect(box).toHaveValue('');
  await box.pressSequentially('draft');
  await box.press('ArrowUp');
  await expect(box).toHaveValue('draft');
});

test('Up goes back through all of a chat, also where it is not loaded', async ({ launch }) => {
  const { page } = await launch();
  const questions = Array.from({ length: 130 }, (_, at) => `Question ${at + 1}`);
  await fillChat(
    page,
    questions.flatMap((question) => [question, 'An answer']),
  );
  await chatList(page).getByRole('button', { name: 'Question 1', exact: true }).click();
  await expect(userMessages(page).last()).toContainText('Question 130');
  const box = messageBox(page);
  for (const question of questions.toReversed()) {
    await box.press('ArrowUp');
    await expect(box).toHaveValue(question);
  }
  await box.press('ArrowUp');
  await expect(box).toHaveValue('Question 1');
  await box.press('ArrowDown');
  await expect(box).toHaveValue('Question 2');
});

test('Markdown keys mark what is chosen, lists go on, and Tab still leaves the box', async ({ launch }) => {
  const { page } = await launch();
  const box = messageBox(page);
  await box.fill('bold');
  await box.press('Control+a');
  await box.press('Control+b');
  await expect(box).toHaveValue('**bold**');
  await box.press('Control+z');
  await expect(box).toHaveValue('bold');
  await box.fill('- a');
  await box.press('Shift+Enter');
  await box.press('Tab');
  await box.pressSequentially('b');
  await expect(box).toHaveValue('- a\n  - b');
  await box.press('Escape');
  await box.press('Tab');
  await expect(box).not.toBeFocused();
  await box.fill('prose');
  await box.press('Tab');
  await expect(box).not.toBeFocused();
});

test('nothing acts in the middle of a composition', async ({ launch }) => {
  const { page } = await launch();
  await page.evaluate(() =>
    parlance.request['prompt.save']({ id: null, title: '翻译', text: '请翻译', tags: [] }),
  );
  const box = messageBox(page);
  const session = await page.context().newCDPSession(page);
  await box.pressSequentially('/');
  await expect(page.getByRole('listbox', { name: 'Prompts' })).toBeVisible();
  await compose(session, 'fan');
  await expect(page.getByRole('listbox', { name: 'Prompts' })).toBeHidden();
  // The Enter that ends a composition, as Chromium reports it.
  await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
  await expect(page.getByRole('article')).toHaveCount(0);
  await session.send('Input.insertText', { text: '翻' });
  await expect(page.getByRole('option', { name: '翻译' })).toBeVisible();
  await box.press('Enter');
  await expect(box).toHaveValue('请翻译');
});

test('dictated text, which comes without any key, calls up the list and is sent', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const box = messageBox(page);
  await box.focus();
  await page.keyboard.insertText('/');
  await expect(page.getByRole('option', { name: 'Open the prompt library…' })).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('Hello by voice');
  await box.press('Enter');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ messages: [{ content: 'Hello by voice' }] });
});

test('a long pasted text can be opened, counted and edited', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await messageBox(page).focus();
  await page.keyboard.insertText('word '.repeat(60_000));
  await page.getByRole('button', { name: 'Open pasted text' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pasted text' });
  await expect(dialog.getByRole('status')).toContainText(/300,000 characters, (about )?\d+,\d+ tokens/, {
    timeout: 20_000,
  });
  await dialog.getByRole('textbox', { name: 'Pasted text' }).fill('short now');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Pasted text, 9 characters')).toBeVisible();
  await messageBox(page).press('Enter');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ messages: [{ content: 'short now' }] });
});

test('what is pasted while one reads, and typed where nothing has the focus, goes into the box', async ({
  launch,
  server,
}) => {
  const running = await launch();
  const { page } = running;
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  const reply = assistantMessages(page).last();
  // Exact: as long as what formats replies is being loaded, all of this one is plain text.
  await reply.getByText('world', { exact: true }).dblclick();
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboardOf(running)).toContain('world');
  await expect(messageBox(page)).not.toBeFocused();
  await page.keyboard.press('Control+v');
  await expect(messageBox(page)).toBeFocused();
  await expect(messageBox(page)).toHaveValue('world');
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.type(' it is');
  // The space scrolls, as everywhere.
  await expect(messageBox(page)).toHaveValue('worldit is');
  // A key that one reads by stays one, and a dialog keeps its own.
  await reply.getByText('world', { exact: true }).click();
  await page.keyboard.press('k');
  await expect(page.getByRole('article', { name: 'User message' })).toBeFocused();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Type a command' });
  await expect(palette).toBeFocused();
  await page.keyboard.press('Control+v');
  await expect(palette).toHaveValue('world');
});
