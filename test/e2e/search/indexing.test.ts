import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { gptConversation, gptText } from '../../support/foreign-exports';
import { chooseFiles, clickMenu, ownFolder } from '../support/dialogs';
import { test } from '../support/fixtures';
import { glimpse } from '../support/glimpse';

const CHATS = 400;
const MESSAGES = 40;

/** An export whose oldest chat alone has the word that is looked for: it is indexed last. */
const largeExport = async (): Promise<string> => {
  const conversations = Array.from({ length: CHATS }, (_, chat) =>
    gptConversation(
      `c${chat}`,
      Array.from({ length: MESSAGES }, (_each, at) => ({
        id: `m${at}`,
        parent: at === 0 ? null : `m${at - 1}`,
        content: gptText(
          chat === 0 && at === 0 ? 'narwhal' : `${'some words of no weight '.repeat(20)}${at}`,
        ),
        time: 1_700_000_000 + chat * 1000 + at,
      })),
    ),
  );
  const file = path.join(ownFolder(), 'conversations.json');
  await writeFile(file, JSON.stringify(conversations));
  return file;
};

test('a search after an import says that older messages are still being indexed, until all of them are', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await chooseFiles(app, [await largeExport()]);
  await clickMenu(app, 'Import…');
  const dialog = page.getByRole('dialog', { name: 'Import', exact: true });
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  const complete = glimpse(page, 'The import is complete.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  // At once: the indexing goes on meanwhile.
  await complete;
  await dialog.getByRole('button', { name: 'Done' }).click();
  const note = 'Older messages are still being indexed';
  const noted = glimpse(page, note);
  await page.getByRole('searchbox', { name: 'Search chats' }).fill('narwhal');
  await noted;
  // By itself: nothing is typed again.
  await expect(page.getByText(note)).toBeHidden({ timeout: 60_000 });
  await expect(page.getByRole('option').first()).toContainText('narwhal');
});
