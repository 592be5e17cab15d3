import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { expectAccessible } from '../support/axe';
import { chooseOf, navigation, three, titles } from '../support/chat-list';
import { chatList } from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

test('folders are put back, moved by hand and by keys, remembered open, and each act is undone', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await three(page);
  const folder = (name: string) => navigation(page).getByRole('button', { name, exact: true });
  for (const name of ['Work', 'Home']) {
    await page.getByRole('button', { name: 'New folder' }).click();
    await page.getByRole('textbox', { name: 'Folder name' }).fill(name);
    await page.keyboard.press('Enter');
    // Until then the chats below have yet to move.
    await expect(folder(name)).toBeVisible();
  }
  const undo = () => page.keyboard.press('Control+z');
  await chatList(page).getByRole('button', { name: 'Alpha' }).dragTo(folder('Work'));
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta']);
  await folder('Home').dragTo(folder('Work'));
  const inWork = page.getByRole('list', { name: 'Work', exact: true });
  await expect(inWork.getByRole('button', { name: 'Home', exact: true })).toBeVisible();

  await folder('Work').focus();
  await page.keyboard.press('Delete');
  await expect(folder('Work')).toBeHidden();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(inWork.getByRole('button', { name: 'Home', exact: true })).toBeVisible();
  await expect(inWork.getByRole('button', { name: 'Alpha' })).toBeVisible();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta']);

  await folder('Work').focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Folder name' }).fill('Job');
  await page.keyboard.press('Enter');
  await expect(folder('Job')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(folder('Work')).toBeVisible();
  await folder('Work').focus();
  await undo();
  await expect(navigation(page).getByRole('list', { name: 'Folders' }).getByRole('listitem')).toHaveCount(3);
  await expect(inWork.getByRole('button', { name: 'Home', exact: true })).toBeHidden();
  await first.app.close();

  const next = await launch();
  const again = navigation(next.page).getByRole('button', { name: 'Work', exact: true });
  await expect(again).toHaveAttribute('aria-expanded', 'true');
  await expect(
    next.page.getByRole('list', { name: 'Work', exact: true }).getByRole('button', { name: 'Alpha' }),
  ).toBeVisible();
});

test('the list is walked by keys: letters, Home and End, into and out of folders, F2 and Delete', async ({
  launch,
}) => {
  const { page } = await launch();
  await three(page);
  await chooseOf(page, 'Alpha', 'Move to folder');
  const dialog = page.getByRole('dialog', { name: 'Move to folder' });
  await dialog.getByRole('textbox', { name: 'New folder' }).fill('Work');
  await dialog.getByRole('button', { name: 'Create and move' }).click();
  const stop = (name: string) => navigation(page).getByRole('button', { name, exact: true });
  await expect(stop('Work')).toBeVisible();
  await stop('Gamma').focus();
  await page.keyboard.press('b');
  await expect(stop('Beta')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(stop('Work')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(stop('Alpha')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(stop('Alpha')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(stop('Work')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(stop('Alpha')).toBeHidden();
  await page.keyboard.press('End');
  await expect(stop('Beta')).toBeFocused();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Chat title' }).fill('Bravo');
  await page.keyboard.press('Enter');
  await expect(stop('Bravo')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect.poll(() => titles(page)).toEqual(['Gamma']);
  await expect(stop('Gamma')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Bravo']);
});

test('a chat that is written in comes back from the archive, which can be undone', async ({ launch }) => {
  const { page } = await launch();
  await three(page);
  await chatList(page).getByRole('button', { name: 'Beta', exact: true }).click();
  await chooseOf(page, 'Beta', 'Archive');
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Alpha']);
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('More');
  await page.getByRole('button', { name: 'Add without sending' }).click();
  await expect.poll(() => titles(page)).toEqual(['Beta', 'Gamma', 'Alpha']);
  await page
    .getByRole('status')
    .filter({ hasText: 'back from the archive' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Alpha']);
});

test('where to move is found by a part of a name among many folders', async ({ launch }) => {
  const { page } = await launch();
  await three(page);
  await page.evaluate(async () => {
    let parentId: string | null = null;
    for (let at = 0; at < 12; at += 1) {
      const saved = await parlance.request['order.saveFolder']({ id: null, name: `Shelf ${at}`, parentId });
      if (!saved.ok) throw new Error(saved.error.code);
      if (at === 0) parentId = saved.value.folders[0]?.id ?? null;
    }
  });
  await page.reload();
  await chooseOf(page, 'Alpha', 'Move to folder');
  const dialog = page.getByRole('dialog', { name: 'Move to folder' });
  const filter = dialog.getByRole('searchbox', { name: 'Filter folders' });
  await expect(filter).toBeFocused();
  await filter.fill('elf 11');
  await expect(dialog.getByRole('listitem')).toHaveText('Shelf 11Shelf 0');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta']);
});

test('among hundreds of tags one is found, with its number of chats', async ({ launch }) => {
  const { page } = await launch();
  await three(page);
  await page.evaluate(async () => {
    const list = await parlance.request['chat.list']({ cursor: null });
    const ids = list.ok ? list.value.chats.map(({ id }) => id) : [];
    const add = (chatIds: string[], from: number) =>
      parlance.request['order.changeChats']({
        changes: [
          {
            chatIds,
            change: {
              kind: 'tag',
              add: Array.from({ length: 50 }, (_, at) => `Tag ${from + at}`),
              remove: [],
            },
          },
        ],
      });
    for (let from = 0; from < 450; from += 50) await add(ids.slice(0, 2), from);
  });
  await page.reload();
  await page.getByRole('button', { name: /^Filter chats/ }).click();
  await page.getByRole('menuitem', { name: 'More tags and models…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Filter chats' });
  await expect(dialog.getByRole('listitem')).toHaveCount(450);
  await dialog.getByRole('searchbox', { name: 'Filter tags and models' }).fill('g 449');
  await expect(dialog.getByRole('listitem')).toHaveText('Tag 4492 chats');
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(['Gamma', 'Beta']);
});
