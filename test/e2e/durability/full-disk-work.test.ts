import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { gptConversation, gptText } from '../../support/foreign-exports';
import { chooseFiles, clickMenu, ownFolder } from '../support/dialogs';
import { banner, test } from '../support/disk-fixtures';
import { openSettings } from '../support/drive';
import { fillChat } from '../support/fill-chat';

declare const parlance: Bridge;

const CHATS = 600;

/** An export of some 12 MB. */
const exportOf = (chats: number): string => {
  const long = 'heron '.repeat(3500);
  const conversations = Array.from({ length: chats }, (_, index) =>
    gptConversation(`c${index}`, [
      { id: `q${index}`, parent: null, content: gptText(`question ${index}`), time: 1_700_000_000 },
      {
        id: `a${index}`,
        parent: `q${index}`,
        role: 'assistant',
        content: gptText(`${long}${index}`),
        time: 1_700_000_001,
      },
    ]),
  );
  const file = path.join(ownFolder(), 'conversations.json');
  writeFileSync(file, JSON.stringify(conversations));
  return file;
};

/** How many chats there are, and how many of them have not both of their messages. */
const countChats = (page: Page): Promise<{ readonly chats: number; readonly half: number }> =>
  page.evaluate(async () => {
    const read = async (cursor: { updatedAt: number; id: string } | null): Promise<readonly string[]> => {
      const listed = await parlance.request['chat.list']({ cursor });
      if (!listed.ok) throw new Error(listed.error.code);
      const ids = listed.value.chats.map(({ id }) => id);
      return listed.value.cursor === null ? ids : [...ids, ...(await read(listed.value.cursor))];
    };
    const ids = await read(null);
    let half = 0;
    for (const chatId of ids) {
      const opened = await parlance.request['chat.open']({ chatId });
      if (!opened.ok || opened.value.transcript.length !== 2) half += 1;
    }
    return { chats: ids.length, half };
  });

test('an import that fills the disk says so, leaves no chat half, and goes on when there is room', async ({
  disk,
  start,
}) => {
  const { app, page } = await start();
  await chooseFiles(app, [exportOf(CHATS)]);
  await clickMenu(app, 'Import…');
  const dialog = page.getByRole('dialog', { name: 'Import', exact: true });
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await expect(dialog.getByRole('status')).toContainText('An export of ChatGPT');
  disk.fill(4 * 1024 * 1024);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText(/space/, { timeout: 20_000 });
  const first = await countChats(page);
  expect(first.half).toBe(0);
  expect(first.chats).toBeLessThan(CHATS);
  disk.free();
  await dialog.getByRole('button', { name: 'Choose another file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('The import is complete.', { timeout: 20_000 });
  expect(await countChats(page)).toEqual({ chats: CHATS, half: 0 });
});

test.describe('with room for snapshots', () => {
  // Where less than 128 MB would stay free, none is made.
  test.use({ diskMegabytes: 320 });

  test('a snapshot that has no room is refused in words, leaves nothing, and is made when there is room', async ({
    disk,
    start,
  }) => {
    const { page } = await start();
    await fillChat(page, ['Alpha', 'answer']);
    disk.fill(1024 * 1024);
    const settings = await openSettings(page);
    const section = settings.getByRole('region', { name: 'Snapshots' });
    await section.getByRole('button', { name: 'Make one now' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'The disk is full' })).toBeVisible();
    await expect(section.getByRole('listitem')).toHaveCount(0);
    const made = () =>
      readdirSync(path.join(disk.outside, 'profile'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.startsWith('snapshots/'),
      );
    expect(made()).toEqual([]);
    // The daily work needs less.
    await expect(banner(page)).toBeHidden();
    await fillChat(page, ['Beta', 'answer']);
    disk.free();
    await section.getByRole('button', { name: 'Make one now' }).click();
    await expect(section.getByRole('listitem')).toHaveCount(1);
    expect(made()).toHaveLength(1);
  });
});
