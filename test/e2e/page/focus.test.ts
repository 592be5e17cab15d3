import { expect } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, chatList, messageBox, saveServer, userMessages } from '../support/drive';
import { test } from '../support/fixtures';

test('the focus of a button that goes away is not lost with it', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  const edit = userMessages(page).getByRole('button', { name: 'Edit', exact: true });
  await edit.press('Enter');
  await page.getByRole('textbox', { name: 'Edit message' }).press('Escape');
  await expect(edit).toBeFocused();
  await edit.press('Enter');
  await page.getByRole('textbox', { name: 'Edit message' }).fill('Hello there');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(userMessages(page)).toContainText('Hello there');
  await expect(messageBox(page)).toBeFocused();
  for (const key of ['Enter', 'Escape']) {
    await page.getByRole('button', { name: 'Chat actions' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await expect(page.getByRole('textbox', { name: 'Chat title' })).toBeFocused();
    await page.getByRole('textbox', { name: 'Chat title' }).fill(`By ${key}`);
    await page.keyboard.press(key);
    await expect(chatList(page).getByRole('button', { name: 'By Enter', exact: true })).toBeFocused();
  }
  await userMessages(page).getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await expect(userMessages(page)).toHaveCount(0);
  await expect(messageBox(page)).toBeFocused();
});

test('Stop pressed by key, and Ctrl+N where the chat is already new, let one type at once', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => 'word '.repeat(500), tokensPerSecond: 20 });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.getByRole('button', { name: 'New chat' }).focus();
  await page.keyboard.press('Control+n');
  await expect(messageBox(page)).toBeFocused();
  await ask(page, 'Hello');
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  await answered(page, 'stopped');
  await expect(messageBox(page)).toBeFocused();
  await server.close();
});

test('a focus in the moment of scrolling does not take the reader back to the end: a click would miss', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => 'A line.\n\n'.repeat(200) });
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Hello');
  await answered(page);
  const top = await page.getByRole('log', { name: 'Transcript' }).evaluate(async (log) => {
    const scroller = log.parentElement;
    if (scroller === null) return null;
    scroller.scrollTop = 0;
    log.querySelector('button')?.focus({ preventScroll: true });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return scroller.scrollTop;
  });
  expect(top).toBe(0);
  await server.close();
});
