import { expect } from '@playwright/test';
import { checkEverywhere, expectAccessible, withoutMotion } from '../support/axe';
import { chooseOf, navigation, three, titles } from '../support/chat-list';
import { chatList } from '../support/drive';
import { test } from '../support/fixtures';
import { menuTakesKeys } from '../support/keyboard';

test('chats are moved into a new folder, shown in it, outlive a restart, and stay when the folder goes', async ({
  launch,
}) => {
  const first = await launch();
  await three(first.page);
  await chooseOf(first.page, 'Alpha', 'Move to folder');
  const dialog = first.page.getByRole('dialog', { name: 'Move to folder' });
  await dialog.getByRole('textbox', { name: 'New folder' }).fill('Work');
  await expectAccessible(first.page);
  await dialog.getByRole('button', { name: 'Create and move' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => titles(first.page)).toEqual(['Gamma', 'Beta']);
  await chooseOf(first.page, 'Beta', 'Move to folder');
  await dialog.getByRole('button', { name: 'Work' }).click();
  await expect.poll(() => titles(first.page)).toEqual(['Gamma']);
  await first.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(first.page)).toEqual(['Gamma', 'Beta']);
  await first.app.close();

  const { page } = await launch();
  const folder = navigation(page).getByRole('button', { name: 'Work', exact: true });
  await folder.click();
  await expect(folder).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('list', { name: 'Work' }).getByRole('button', { name: 'Alpha' })).toBeVisible();
  await expectAccessible(page);
  await folder.hover();
  await page.getByRole('button', { name: 'Folder actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete folder' }).click();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
});

test('folders are made in folders, renamed, and chats dropped on them', async ({ launch }) => {
  const { page } = await launch();
  await three(page);
  const name = async (title: string) => {
    await page.getByRole('textbox', { name: 'Folder name' }).fill(title);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Folder name' })).toBeHidden();
  };
  const act = async (title: string, action: string) => {
    const item = navigation(page).getByRole('listitem').filter({ hasText: title }).last();
    await item.getByRole('button', { name: title, exact: true }).hover();
    await item.getByRole('button', { name: 'Folder actions' }).first().click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  await page.getByRole('button', { name: 'New folder' }).click();
  await name('Outer');
  await act('Outer', 'New folder inside');
  await name('Inner');
  await act('Inner', 'Rename folder');
  await name('Core');
  const core = page.getByRole('list', { name: 'Outer' }).getByRole('button', { name: 'Core', exact: true });
  await expect(core).toBeVisible();
  await chatList(page).getByRole('button', { name: 'Beta' }).dragTo(core);
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Alpha']);
  await core.click();
  const inside = page.getByRole('list', { name: 'Core' }).getByRole('button', { name: 'Beta' });
  await expect(inside).toBeVisible();
  await inside.dragTo(chatList(page));
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
});

test('tags are given, filter the list, are found by tag:, and go again', async ({ launch }) => {
  const { page } = await launch();
  await three(page);
  await chooseOf(page, 'Alpha', 'Tags…');
  const dialog = page.getByRole('dialog', { name: 'Tags' });
  await dialog.getByRole('combobox', { name: 'Add tag' }).fill('birds');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveText('birds');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /^Filter chats/ }).click();
  await page.getByRole('menuitem', { name: 'Tag: birds' }).click();
  await expect.poll(() => titles(page)).toEqual(['Alpha']);
  await page.getByRole('button', { name: 'Show all chats' }).click();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  await page.getByRole('searchbox', { name: 'Search chats' }).fill('tag:birds');
  const hits = page.getByRole('listbox', { name: 'Search results' }).getByRole('option');
  await expect(hits).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear search' }).click();
  await chooseOf(page, 'Alpha', 'Tags…');
  await dialog.getByRole('button', { name: 'Remove tag “birds”' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: /^Filter chats/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Today' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Tag: birds' })).toHaveCount(0);
});

test('several chats are selected by mouse and keys, archived, deleted and brought back together', async ({
  launch,
}) => {
  const { page } = await launch();
  await three(page);
  const chat = (title: string) => chatList(page).getByRole('button', { name: title, exact: true });
  await chat('Gamma').click();
  await chat('Alpha').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Selected chats' });
  await expect(bar).toContainText('3 chats selected');
  await expectAccessible(page);
  await chat('Beta').click({ modifiers: ['Control'] });
  await expect(bar).toContainText('2 chats selected');
  await bar.getByRole('button', { name: 'Archive' }).click();
  await expect.poll(() => titles(page)).toEqual(['Beta']);
  await expect(bar).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);

  await chat('Gamma').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('2 chats selected');
  await page.keyboard.press('Delete');
  await expect.poll(() => titles(page)).toEqual(['Alpha']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  await chat('Alpha').focus();
  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('3 chats selected');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  await chat('Alpha').click({ modifiers: ['Control'] });
  await page.keyboard.press('Delete');
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta']);
});

test('several chats are pinned together, by the bar, by the menu of one of them and by keys, and undone', async ({
  launch,
}) => {
  const { page } = await launch();
  await three(page);
  const chat = (title: string) => chatList(page).getByRole('button', { name: title, exact: true });
  const bar = page.getByRole('region', { name: 'Selected chats' });
  await chat('Beta').click({ modifiers: ['Control'] });
  await chat('Alpha').click({ modifiers: ['Control'] });
  await bar.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect.poll(() => titles(page)).toEqual(['Beta', 'Alpha', 'Gamma']);
  await expect(bar).toBeHidden();
  await expect(page.getByText('2 chats stay at the top of the list.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  await chat('Beta').click({ modifiers: ['Control'] });
  await chat('Alpha').click({ modifiers: ['Control'] });
  await bar.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect.poll(() => titles(page)).toEqual(['Beta', 'Alpha', 'Gamma']);

  await chat('Beta').click({ modifiers: ['Control'] });
  await chat('Alpha').click({ modifiers: ['Control'] });
  await chat('Beta').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: '2 chats selected' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Unpin',
    'Move',
    'Tag',
    'Archive',
    'Export',
    'Delete',
  ]);
  await expectAccessible(page);
  await menu.getByRole('menuitem', { name: 'Unpin' }).click();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => titles(page)).toEqual(['Beta', 'Alpha', 'Gamma']);

  await chat('Gamma').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+F10');
  await menuTakesKeys(page.getByRole('menu', { name: '3 chats selected' }));
  await page.keyboard.press('p');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The chat stays at the top of the list.')).toBeVisible();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  // What is not among the selected is acted on alone.
  await chat('Alpha').click({ modifiers: ['Control'] });
  await chat('Beta').click({ modifiers: ['Control'] });
  await chat('Gamma').click({ button: 'right' });
  await page.getByRole('menu', { name: 'Chat actions' }).getByRole('menuitem', { name: 'Unpin' }).click();
  await expect.poll(() => titles(page)).toEqual(['Beta', 'Alpha', 'Gamma']);
});

test('axe finds nothing wrong with folders, the bar of selected chats and where they can be moved', async ({
  launch,
}) => {
  const { page } = await launch();
  await withoutMotion(page);
  await three(page);
  await chooseOf(page, 'Alpha', 'Move to folder');
  const dialog = page.getByRole('dialog', { name: 'Move to folder' });
  await dialog.getByRole('textbox', { name: 'New folder' }).fill('Work');
  await dialog.getByRole('button', { name: 'Create and move' }).click();
  await navigation(page).getByRole('button', { name: 'Work', exact: true }).click();
  await chatList(page)
    .getByRole('button', { name: 'Beta', exact: true })
    .click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog).toBeVisible();
  await checkEverywhere(page);
  await page.keyboard.press('Escape');
  await checkEverywhere(page);
});

test('the archive is a list of its own, from which chats come back', async ({ launch }) => {
  const { page } = await launch();
  await three(page);
  await chooseOf(page, 'Beta', 'Archive');
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Alpha']);
  await page.getByRole('button', { name: /^Filter chats/ }).click();
  await page.getByRole('menuitem', { name: 'Archived' }).click();
  await expect.poll(() => titles(page)).toEqual(['Beta']);
  await chooseOf(page, 'Beta', 'Bring back from archive');
  await expect.poll(() => titles(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show all chats' }).click();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
});
