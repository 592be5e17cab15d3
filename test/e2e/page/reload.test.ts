import { expect } from '@playwright/test';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  messageBox,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';

test('a reload comes back to the chat that was open, with what was typed in it', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Stay here');
  await answered(page);
  await messageBox(page).fill('half a thought');
  await page.reload();
  await expect(assistantMessages(page)).toContainText('Hello world');
  await expect(chatList(page).getByRole('button', { name: 'Stay here', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(messageBox(page)).toHaveValue('half a thought');
});

test('a reload after the open chat was deleted, or on an address of nothing, shows a new chat', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  for (const hash of ['#01890a5d-ac96-774b-bcce-b302099a8057', '#nonsense', '#%00']) {
    await page.evaluate((address) => history.replaceState(null, '', address), hash);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'What would you like to ask?' })).toBeVisible();
  }
  await ask(page, 'Soon gone');
  await answered(page);
  await chatList(page).getByRole('listitem').hover();
  await page.getByRole('button', { name: 'Chat actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(chatList(page).getByRole('listitem')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'What would you like to ask?' })).toBeVisible();
});

test('an edit of an earlier question stays open and whole while one looks into another chat', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'First chat');
  await answered(page);
  await userMessages(page).hover();
  await userMessages(page).getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).fill('First chat, better');
  await page.getByRole('button', { name: 'New chat' }).click();
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toBeHidden();
  await chatList(page).getByRole('button', { name: 'First chat', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toHaveValue('First chat, better');
  await expect(messageBox(page)).toBeFocused();
  await page.getByRole('textbox', { name: 'Edit message' }).press('Enter');
  await expect(userMessages(page)).toContainText('First chat, better');
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toBeHidden();
});

test('a huge text that a drop or a script puts into the message box moves beside it and is sent whole', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const text = 'one line of many\n'.repeat(15_000);
  await messageBox(page).fill(text);
  await expect(page.getByText(`${text.length.toLocaleString('en')} characters`)).toBeVisible();
  await expect(messageBox(page)).toHaveValue('');
  await messageBox(page).fill('Sum this up:');
  await messageBox(page).press('Enter');
  await answered(page);
  const sent = server.requests.find(({ path }) => path === '/chat/completions')?.body;
  expect(sent).toMatchObject({ messages: [{ role: 'user', content: `Sum this up:\n\n${text}` }] });
});

test('with no model chosen, the one that will be asked is named', async ({ launch, server }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveText('parlance-demo');
  await saveServer(page, server.baseUrl);
  await ask(page, 'Who answers?');
  await answered(page);
  const asked = server.requests.find(({ path }) => path === '/chat/completions')?.body as { model: string };
  await page.getByRole('button', { name: 'New chat' }).click();
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveText(asked.model);
});

test('the page may load itself again, as the button Reload of a failed part does', async ({ launch }) => {
  const { page } = await launch();
  await messageBox(page).fill('kept');
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => location.reload())]);
  await expect(messageBox(page)).toHaveValue('kept');
});
