import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { startFaultServer } from '../../support/fault-server';
import { withoutMotion } from '../support/axe';
import { choosePlace, ownFolder } from '../support/dialogs';
import {
  answered,
  assistantMessages,
  beforeAsking,
  chatList,
  messageBox,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';
import {
  askByKeys as ask,
  enterServer,
  expectFocusKept,
  expectFocusSeen,
  focused,
  menuTakesKeys,
  press,
  tabTo,
  type,
} from '../support/keyboard';

declare const parlance: Bridge;

/*
 * The whole main job by keyboard and accessible names alone: there is no click, no hover and no focus() in this file. What is
 * typed into is what has the focus.
 */

/** Chooses from an open menu by arrow keys. */
const chooseItem = async (page: Page, name: string): Promise<void> => {
  const item = page.getByRole('menuitem', { name, exact: true });
  await menuTakesKeys(page.getByRole('menu').filter({ has: item }));
  for (let step = 0; step < 20 && !(await item.evaluate((one) => one === document.activeElement)); step += 1)
    await press(page, 'ArrowDown');
  await expect(item).toBeFocused();
  await press(page, 'Enter');
};

test('the whole main job is done by keyboard and names alone, and the focus is never lost', async ({
  launch,
}) => {
  const server = await startFaultServer({
    reply: ({ messages }) => `You said: ${JSON.stringify(messages.at(-1))}`,
  });
  const { app, page } = await launch();
  await withoutMotion(page);
  await enterServer(page, server.baseUrl);
  await expectFocusSeen(page);
  await ask(page, 'Tell me of herons');
  await ask(page, 'And of storks');

  // Reading, and changing a question: up from the message box one comes to a message that is in view.
  await tabTo(page, page.getByRole('log').getByRole('article'), 'Shift+Tab');
  await press(page, 'End');
  await expect(assistantMessages(page).last()).toBeFocused();
  await expectFocusSeen(page);
  await press(page, 'k');
  await expect(userMessages(page).last()).toBeFocused();
  await press(page, 'e');
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toBeFocused();
  await expectFocusSeen(page);
  await press(page, 'Control+a');
  await type(page, 'And of cranes');
  await beforeAsking(page);
  await press(page, 'Enter');
  await answered(page);
  await expect(userMessages(page).last()).toContainText('cranes');
  await expect(messageBox(page)).toBeFocused();
  await tabTo(page, page.getByRole('log').getByRole('article'), 'Shift+Tab');
  await press(page, 'End');
  await expect(assistantMessages(page).last()).toBeFocused();
  await press(page, 'k');
  await expect(userMessages(page).last()).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Previous branch' }));
  await press(page, 'Enter');
  await expect(userMessages(page).last()).toContainText('storks');
  await expectFocusKept(page);

  // A branch from the first answer.
  await press(page, 'Home');
  await expect(userMessages(page).first()).toBeFocused();
  await press(page, 'j');
  await expect(assistantMessages(page).first()).toBeFocused();
  await tabTo(page, assistantMessages(page).first().getByRole('button', { name: 'Branch from here' }));
  await press(page, 'Enter');
  await expect(userMessages(page)).toHaveCount(1);
  await expect(messageBox(page)).toBeFocused();
  await ask(page, 'And of ibises');

  // Search, and the jump to where it stands.
  await press(page, 'Control+Shift+f');
  await expect(page.getByRole('searchbox', { name: 'Search chats' })).toBeFocused();
  await type(page, 'cranes');
  await expect(page.getByRole('option').first()).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');
  await expect(userMessages(page).last()).toContainText('cranes');
  await press(page, 'F3');
  await press(page, 'Escape');
  await expect(page.getByRole('listbox', { name: 'Search results' })).toBeHidden();
  await expect.poll(() => focused(page)).toBe('searchbox "Search chats"');

  // Rename, pin and export from the list.
  const title = (name: string) => chatList(page).getByRole('button', { name, exact: true });
  await tabTo(page, title('Tell me of herons'));
  await expectFocusSeen(page);
  await press(page, 'F2');
  await expect(page.getByRole('textbox', { name: 'Chat title' })).toBeFocused();
  await press(page, 'Control+a');
  await type(page, 'Birds');
  await press(page, 'Enter');
  await expect(title('Birds')).toBeFocused();
  const menu = page.getByRole('button', { name: 'Chat actions' });
  await tabTo(page, menu);
  await press(page, 'Enter');
  await chooseItem(page, 'Pin');
  await expect(chatList(page).getByText('Pinned', { exact: true })).toBeVisible();
  await expect(menu).toBeFocused();
  const file = path.join(ownFolder(), 'birds.md');
  await choosePlace(app, file);
  await press(page, 'Enter');
  await chooseItem(page, 'Export');
  await chooseItem(page, 'Markdown');
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('herons');
  await expect(menu).toBeFocused();

  // Settings, and back to where one was.
  await press(page, 'Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await tabTo(page, settings.getByRole('combobox', { name: 'Theme' }));
  await press(page, 'Enter');
  await expect(page.getByRole('option', { name: 'Dark' })).toBeVisible();
  await type(page, 'D');
  await press(page, 'ArrowDown');
  await press(page, 'Escape');
  await expect(page.getByRole('option', { name: 'Dark' })).toBeHidden();
  await press(page, 'Escape');
  await expect(settings).toBeHidden();
  await expect(menu).toBeFocused();

  // Trash and undo: what had the focus is gone.
  await tabTo(page, title('Birds'), 'Shift+Tab');
  await press(page, 'Delete');
  await expect(title('Birds')).toBeHidden();
  await expectFocusKept(page);
  await press(page, 'Control+l', 'Escape');
  await press(page, 'Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox')).toBeFocused();
  await type(page, 'trash');
  await press(page, 'Enter');
  const trash = page.getByRole('dialog', { name: 'Trash' });
  await expect(trash.getByText('Birds')).toBeVisible();
  await tabTo(page, trash.getByRole('button', { name: 'Restore' }));
  await press(page, 'Enter');
  await expect(trash.getByText('Birds')).toBeHidden();
  await expectFocusKept(page);
  await press(page, 'Escape');
  await expect(trash).toBeHidden();
  await expect(messageBox(page)).toBeFocused();
  await expect(title('Birds')).toBeVisible();
  await tabTo(page, title('Birds'), 'Shift+Tab');
  await press(page, 'Delete');
  await expect(title('Birds')).toBeHidden();
  await press(page, 'Control+z');
  await expect(title('Birds')).toBeVisible();
  await expectFocusKept(page);
  await server.close();
});
