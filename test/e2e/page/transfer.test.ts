import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { readPdf } from '../../../main/backstage/attachments/read-pdf';
import { readImageHeader } from '../../../preload/contract/image-header';
import { branchedConversation, PNG, writeZip } from '../../support/foreign-exports';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { chooseFiles, choosePlace, clickMenu, ownFolder } from '../support/dialogs';
import {
  answered,
  ask,
  assistantMessages,
  chatList,
  openSettings,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';
import { withHistoryHeld } from '../support/history-process';

const importDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Import', exact: true });

const exportOfChatGpt = async (folder: string): Promise<string> => {
  const file = path.join(folder, 'chatgpt-export.zip');
  const conversations = [branchedConversation('b0'), { id: 'broken', title: 'Broken' }];
  await writeZip(file, { 'conversations.json': JSON.stringify(conversations), 'chat.html': '<html>' });
  return file;
};

test('a ChatGPT export comes in by the menu, with a report, and a second time nothing is doubled', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await chooseFiles(app, [await exportOfChatGpt(ownFolder())]);
  await clickMenu(app, 'Import…');
  const dialog = importDialog(page);
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await expect(dialog.getByRole('status')).toContainText('An export of ChatGPT');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('The import is complete.');
  await expect(dialog.getByRole('list', { name: 'What was taken' })).toContainText('1 new chat');
  await expect(dialog.getByRole('region', { name: 'What was left out, and why' })).toContainText(
    '1 chat is damaged or of an unknown shape',
  );
  await dialog.getByRole('button', { name: 'Copy report' }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('1 new chat');
  await dialog.getByRole('button', { name: 'Choose another file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('There is nothing new in this file');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await chatList(page).getByRole('button', { name: 'Sky', exact: true }).click();
  await expect(assistantMessages(page)).toHaveText([/Blue\./, /Black\./]);
  await expect(assistantMessages(page).first()).toContainText('gpt-4');
  await expect(assistantMessages(page).first()).toContainText('1 / 2');
});

test('a file without chats is refused with the reason, and nothing is called a success', async ({
  launch,
}) => {
  const { app, page } = await launch();
  const wrong = path.join(ownFolder(), 'photo.json');
  await writeFile(wrong, PNG);
  await chooseFiles(app, [wrong]);
  await openSettings(page);
  await page.getByRole('region', { name: 'Data' }).getByRole('button', { name: 'Import…' }).click();
  const dialog = importDialog(page);
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There are no chats in this file');
  await expect(dialog.getByRole('button', { name: 'Choose file…' })).toBeVisible();
});

test('a chat goes out in every format, and everything comes back into an empty profile', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Export <b>me</b>');
  await answered(page);
  const folder = ownFolder();
  const formats = {
    Markdown: 'md',
    'JSON (complete)': 'json',
    'JSONL (fine-tuning)': 'jsonl',
    HTML: 'html',
    PDF: 'pdf',
    'Image (PNG)': 'png',
  };
  for (const [label, ending] of Object.entries(formats)) {
    await choosePlace(app, path.join(folder, `one.${ending}`));
    await chatList(page).getByRole('button', { name: 'Chat actions' }).click();
    await page.getByRole('menuitem', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: label }).click();
    await expect(page.getByText(`The chat was exported to “one.${ending}”.`)).toBeVisible();
  }
  expect(await readFile(path.join(folder, 'one.md'), 'utf8')).toContain('Export <b>me</b>');
  expect(await readFile(path.join(folder, 'one.html'), 'utf8')).toContain('Export &lt;b&gt;me&lt;/b&gt;');
  const line = JSON.parse(await readFile(path.join(folder, 'one.jsonl'), 'utf8')) as { messages: unknown[] };
  expect(line.messages[0]).toEqual({ role: 'user', content: 'Export <b>me</b>' });

  const pdf = await readPdf({
    bytes: new Uint8Array(await readFile(path.join(folder, 'one.pdf'))),
    cMapFolder: '',
    maxLength: 10_000,
  });
  expect(JSON.stringify(pdf)).toContain('Export <b>me</b>');
  const png = readImageHeader(await readFile(path.join(folder, 'one.png')));
  expect(png).toMatchObject({ mime: 'image/png', width: 1600 });

  const zip = path.join(folder, 'all.zip');
  await choosePlace(app, zip);
  await clickMenu(app, 'Export all…');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('status')).toContainText('Everything was exported to “all.zip”.');
  await app.close();

  const other = await launch({ profile: path.join(folder, 'other-profile') });
  await chooseFiles(other.app, [zip]);
  await clickMenu(other.app, 'Import…');
  await importDialog(other.page).getByRole('button', { name: 'Choose file…' }).click();
  await expect(importDialog(other.page).getByRole('status')).toContainText('Chats of Parlance');
  await importDialog(other.page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(importDialog(other.page).getByRole('status')).toContainText('The import is complete.');
  await importDialog(other.page).getByRole('button', { name: 'Done' }).click();
  await chatList(other.page).getByRole('button', { name: 'Export <b>me</b>' }).click();
  await expect(userMessages(other.page)).toContainText('Export <b>me</b>');
});

test('a long import shows how far it is, goes on behind the page, and keeps what it took when it is cancelled', async ({
  launch,
}) => {
  const { app, page } = await launch();
  const file = path.join(ownFolder(), 'conversations.json');
  const chats = Array.from({ length: 20_000 }, (_, index) => branchedConversation(`n${index}`));
  await writeFile(file, JSON.stringify(chats));
  await chooseFiles(app, [file]);
  await clickMenu(app, 'Import…');
  const dialog = importDialog(page);
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Import progress' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.reload();
  await clickMenu(app, 'Import…');
  await expect(dialog.getByRole('progressbar', { name: 'Import progress' })).toHaveAttribute(
    'aria-valuenow',
    /^[1-9]/,
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('status')).toContainText('What was taken by then is here, whole.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(chatList(page).getByRole('button', { name: 'Sky', exact: true }).first()).toBeVisible();
});

test('an import that ends out of sight is told, and its report can be read', async ({ launch }) => {
  const { app, page } = await launch();
  const file = path.join(ownFolder(), 'conversations.json');
  const chats = Array.from({ length: 1000 }, (_, index) => branchedConversation(`n${index}`));
  await writeFile(file, JSON.stringify(chats));
  await chooseFiles(app, [file]);
  await clickMenu(app, 'Import…');
  const dialog = importDialog(page);
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  const begin = dialog.getByRole('button', { name: 'Import', exact: true });
  await expect(begin).toBeVisible();
  await withHistoryHeld(app, async () => {
    await begin.click();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await expect(page.getByText('The import has ended.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Show report' }).click();
  await expect(dialog.getByRole('list', { name: 'What was taken' })).toContainText('1,000 new chats');
});

test('axe finds nothing wrong with an import at any stage', async ({ launch }) => {
  const { app, page } = await launch();
  await withoutMotion(page);
  await chooseFiles(app, [await exportOfChatGpt(ownFolder())]);
  await clickMenu(app, 'Import…');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await checkEverywhere(page);
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await expect(dialog.getByRole('status')).toBeVisible();
  await checkEverywhere(page);
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await expect(dialog.getByRole('button', { name: '完成' })).toBeVisible();
  await checkEverywhere(page);
});
