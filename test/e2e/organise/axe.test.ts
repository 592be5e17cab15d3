import { rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { branchedConversation } from '../../support/foreign-exports';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { chooseOf, navigation } from '../support/chat-list';
import { chooseFiles, clickMenu, ownFolder } from '../support/dialogs';
import { chatList, openSettings } from '../support/drive';
import { dropFile } from '../support/drop-file';
import { fillChat } from '../support/fill-chat';
import { test } from '../support/fixtures';
import type { Parlance } from '../support/launch';

declare const parlance: Bridge;

const TITLES = [
  'A title so long that no list of chats could ever show the whole of it, however wide somebody makes it',
  '一个非常长的中文标题，用来检查列表在没有空格的情况下如何截断文字以及是否对齐',
  'מה מזג האוויר היום בירושלים?',
  '**Bold** and `code` with a [link](https://example.org)',
  'Alpha',
];

/** Chats in folders, pinned, tagged and archived, with a fork in one. */
const fill = async ({ page }: Parlance): Promise<void> => {
  const ids: string[] = [];
  for (const title of TITLES)
    ids.push(await fillChat(page, [title, 'An answer', 'Once more', 'Another answer']));
  await page.evaluate(async ([long = '', chinese = '', hebrew = '', bold = '', alpha = '']) => {
    const made = await parlance.request['order.saveFolder']({ id: null, name: 'Work', parentId: null });
    const folderId = made.ok ? (made.value.folders[0]?.id ?? '') : '';
    await parlance.request['order.saveFolder']({ id: null, name: 'Letters 信件', parentId: folderId });
    await parlance.request['order.changeChats']({
      changes: [
        { chatIds: [hebrew, chinese], change: { kind: 'move', folderId } },
        { chatIds: [alpha, long], change: { kind: 'tag', add: ['birds', '鸟类'], remove: [] } },
        { chatIds: [bold], change: { kind: 'archive', isArchived: true } },
      ],
    });
    await parlance.request['chat.pin']({ chatId: long, isPinned: true });
    const opened = await parlance.request['chat.open']({ chatId: alpha });
    const second = opened.ok ? opened.value.transcript.entries[2]?.message.id : undefined;
    if (second === undefined) throw new Error('No second question');
    await parlance.request['chat.changePath']({
      chatId: alpha,
      change: { kind: 'edit', messageId: second, text: 'Otherwise', name: null },
    });
  }, ids);
};

/** How each screen is come to, from a window that shows the list. */
const screens: Readonly<Record<string, (app: Parlance) => Promise<void>>> = {
  'the list, with a notice': async ({ page }) => {
    await navigation(page).getByRole('button', { name: 'Work', exact: true }).click();
    await chooseOf(page, 'Alpha', 'Pin');
    await expect(page.getByRole('status').filter({ hasText: 'top of the list' })).toBeVisible();
  },
  'the menu of a chat and its formats': async ({ page }) => {
    await chooseOf(page, 'Alpha', 'Export');
    await expect(page.getByRole('menuitem', { name: 'Markdown' })).toBeVisible();
  },
  'the menu of a folder': async ({ page }) => {
    await navigation(page).getByRole('button', { name: 'Work', exact: true }).click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Delete folder' })).toBeVisible();
  },
  'the filters': async ({ page }) => {
    await page.getByRole('button', { name: /^Filter chats/ }).click();
    await expect(page.getByRole('menuitem', { name: 'Archived' })).toBeVisible();
  },
  'the archive': async ({ page }) => {
    await page.getByRole('button', { name: /^Filter chats/ }).click();
    await page.getByRole('menuitem', { name: 'Archived' }).click();
    await expect(chatList(page).getByRole('listitem')).toHaveCount(1);
  },
  tags: async ({ page }) => {
    await chooseOf(page, 'Alpha', 'Tags…');
    await expect(page.getByRole('dialog', { name: 'Tags' })).toBeVisible();
  },
  'where to move': async ({ page }) => {
    await chooseOf(page, 'Alpha', 'Move to folder');
    await expect(page.getByRole('dialog', { name: 'Move to folder' })).toBeVisible();
  },
  'the name of a folder': async ({ page }) => {
    await page.getByRole('button', { name: 'New folder' }).click();
    await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
  },
  'the bar of selected chats': async ({ page }) => {
    await chatList(page)
      .getByRole('button', { name: 'Alpha' })
      .click({ modifiers: ['Control'] });
    await expect(page.getByRole('region', { name: 'Selected chats' })).toBeVisible();
  },
  'the tree of a chat': async ({ page }) => {
    await chatList(page).getByRole('button', { name: 'Alpha' }).click();
    await page.getByRole('button', { name: 'Show branches' }).click();
    await expect(page.getByRole('treeitem').first()).toBeVisible();
  },
  'the library of prompts': async ({ page }) => {
    await page.getByRole('button', { name: 'Prompts', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Prompts', exact: true })).toBeVisible();
  },
  'an empty Trash': async ({ page }) => {
    await page.getByRole('button', { name: 'Trash', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Trash' })).toBeVisible();
  },
  'what was searched and not found': async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Search chats' }).fill('zzz before:nonsense');
    await expect(page.getByRole('listbox', { name: 'Search results' })).toHaveCount(0);
  },
  'snapshots and the mirror': async ({ page }) => {
    const settings = await openSettings(page);
    await settings.getByRole('region', { name: 'Snapshots' }).scrollIntoViewIfNeeded();
  },
  'a mirror that is on': async ({ app, page }) => {
    await chooseFiles(app, [ownFolder()]);
    await openSettings(page);
    const mirror = page.getByRole('region', { name: 'Mirror folder' });
    await mirror.getByRole('button', { name: 'Choose folder…' }).click();
    await expect(mirror.getByRole('button', { name: 'Turn off' })).toBeVisible();
    await mirror.scrollIntoViewIfNeeded();
  },
  'what was dropped and may be an export': async ({ page }) => {
    const file = path.join(ownFolder(), 'conversations.json');
    await writeFile(file, JSON.stringify([branchedConversation('d0')]));
    await dropFile(page, file);
    await expect(page.getByRole('button', { name: 'Attach to message instead' })).toBeVisible();
  },
  'what was imported': async ({ app, page }) => {
    const file = path.join(ownFolder(), 'conversations.json');
    await writeFile(file, JSON.stringify([branchedConversation('b0'), { id: 'broken', title: 'Broken' }]));
    await chooseFiles(app, [file]);
    await clickMenu(app, 'Import…');
    const dialog = page.getByRole('dialog', { name: 'Import', exact: true });
    await dialog.getByRole('button', { name: 'Choose file…' }).click();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible();
  },
};

for (const [name, open] of Object.entries(screens)) {
  test(`axe finds nothing wrong with ${name}`, async ({ launch }) => {
    const parts = await launch();
    await withoutMotion(parts.page);
    await fill(parts);
    await open(parts);
    await checkEverywhere(parts.page);
  });
}

/** What a history was met with while the app was closed. */
const mishaps: Readonly<Record<string, (file: string) => Promise<void>>> = {
  damaged: async (file) => truncate(file, Math.floor(((await stat(file)).size * 0.6) / 4096) * 4096),
  missing: (file) => rm(file),
};

for (const [what, befall] of Object.entries(mishaps)) {
  test(`axe finds nothing wrong where the history is ${what}`, async ({ launch, profile }) => {
    const first = await launch();
    await fillChat(first.page, ['Alpha', 'long '.repeat(20_000)]);
    await first.app.close();
    await befall(path.join(profile, 'history.db'));
    const { page } = await launch();
    await withoutMotion(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('history');
    await checkEverywhere(page);
  });
}
