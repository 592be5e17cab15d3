import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import type { FaultServer } from '../../support/fault-server';
import {
  answered,
  ask,
  assistantMessages,
  chooseAction,
  chooseOption,
  lastCompletion,
  messageBox,
  moreActions,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

interface Body {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

const lastMessages = (server: FaultServer): Body['messages'] =>
  (lastCompletion(server) as Body | undefined)?.messages ?? [];

const articles = (page: Page): Locator => page.getByRole('log', { name: 'Transcript' }).getByRole('article');

const chooseRole = (page: Page, role: string): Promise<void> =>
  chooseOption(page.getByRole('combobox', { name: 'Role' }), role);

const addAs = async (page: Page, role: string, text: string): Promise<void> => {
  await chooseRole(page, role);
  await messageBox(page).fill(text);
  await page.getByRole('button', { name: 'Add without sending' }).click();
  await expect(articles(page).last()).toContainText(text);
  await expect(messageBox(page)).toHaveValue('');
};

test('a few-shot prompt is put together by hand and sent in its order and roles', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await addAs(page, 'System', 'Give the opposite, one word.');
  await addAs(page, 'User', 'hot');
  await addAs(page, 'Assistant', 'cold');
  await addAs(page, 'User', 'tall');
  await addAs(page, 'Assistant', 'short');
  expect(server.requests.filter(({ path }) => path === '/chat/completions')).toHaveLength(0);
  await chooseRole(page, 'User');
  await ask(page, 'big');
  await expect
    .poll(() => lastMessages(server))
    .toEqual([
      { role: 'system', content: 'Give the opposite, one word.' },
      { role: 'user', content: 'hot' },
      { role: 'assistant', content: 'cold' },
      { role: 'user', content: 'tall' },
      { role: 'assistant', content: 'short' },
      { role: 'user', content: 'big' },
    ]);
});

test('messages of every role are edited, moved and deleted in place; undo brings the former path back', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await addAs(page, 'Assistant', 'cold');
  await addAs(page, 'User', 'hot');
  await addAs(page, 'System', 'Give the opposite.');
  const system = page.getByRole('article', { name: 'System message' });
  // Seen, not only heard: it looks much like a reply.
  await expect(system.getByText('System', { exact: true })).toBeVisible();
  await chooseAction(system, 'Move up');
  await expect(articles(page).nth(1)).toContainText('Give the opposite.');
  await chooseAction(system, 'Move up');
  await expect(articles(page).first()).toContainText('Give the opposite.');
  await moreActions(system);
  await expect(page.getByRole('menuitem', { name: 'Move up' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await chooseAction(assistantMessages(page), 'Move down');
  await expect(articles(page).last()).toContainText('cold');
  await assistantMessages(page).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).fill('COLD');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(assistantMessages(page)).toContainText('COLD');
  await userMessages(page).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).fill('HOT');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(articles(page)).toHaveText([/Give the opposite\./, /HOT/, /COLD/]);
  expect(server.requests.filter(({ path }) => path === '/chat/completions')).toHaveLength(0);

  await userMessages(page).getByRole('button', { name: 'Delete' }).click();
  await expect(articles(page)).toHaveText([/Give the opposite\./, /COLD/]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(articles(page)).toHaveText([/Give the opposite\./, /HOT/, /COLD/]);

  await system.getByRole('button', { name: 'Delete' }).click();
  await expect(articles(page)).toHaveText([/HOT/, /COLD/]);
  await chooseRole(page, 'User');
  await ask(page, 'big');
  await expect.poll(() => lastMessages(server).map(({ content }) => content)).toEqual(['HOT', 'COLD', 'big']);
});

test('deleting the only message empties the chat, which goes on, and survives a restart', async ({
  launch,
  server,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await addAs(first.page, 'User', 'alone');
  await userMessages(first.page).getByRole('button', { name: 'Delete' }).click();
  await expect(userMessages(first.page)).toHaveCount(0);
  await first.app.close();
  const { page } = await launch();
  await page.getByRole('list', { name: 'Chats' }).getByRole('button', { name: 'alone', exact: true }).click();
  await ask(page, 'again');
  await answered(page);
  await expect(userMessages(page)).toHaveCount(1);
  await userMessages(page).getByRole('button', { name: 'Previous branch' }).click();
  await expect(userMessages(page)).toContainText('alone');
});

test('the developer role is offered where the model wants it, and only there', async ({ launch, server }) => {
  server.offer(['o3', 'gpt-4o']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const startWith = async (model: string) => {
    await page.evaluate(
      (id) => parlance.request['settings.update']({ newChat: { model: id, params: {} } }),
      model,
    );
    await page.getByRole('button', { name: 'New chat' }).click();
    await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toContainText(model);
  };
  await startWith('gpt-4o');
  await page.getByRole('combobox', { name: 'Role' }).click();
  await expect(page.getByRole('option')).toHaveText(['User', 'Assistant', 'System']);
  await page.keyboard.press('Escape');
  await startWith('o3');
  await addAs(page, 'Developer', 'Be brief.');
  await chooseRole(page, 'User');
  await ask(page, 'Hi');
  await answered(page);
  expect(lastMessages(server)[0]).toEqual({
    role: 'developer',
    content: 'Be brief.',
  });
});
