import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { checkEverywhere, withoutMotion } from '../support/axe';
import { ownFolder } from '../support/dialogs';
import { answered, generationSettings, lastCompletion, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

const library = (page: Page): Locator => page.getByRole('dialog', { name: 'Prompts', exact: true });
const slashList = (page: Page): Locator => page.getByRole('listbox', { name: 'Prompts' });

const openLibrary = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Prompts', exact: true }).click();
  await expect(library(page)).toBeVisible();
  return library(page);
};

/** Puts a prompt into the library, not by hand. */
const keep = (page: Page, title: string, text: string, tags: string[] = []) =>
  page.evaluate((prompt) => parlance.request['prompt.save']({ id: null, ...prompt }), { title, text, tags });

test('a prompt is written, found, changed, duplicated, deleted, brought back, and outlives a restart', async ({
  launch,
}) => {
  const first = await launch();
  const dialog = await openLibrary(first.page);
  await dialog.getByRole('button', { name: 'New prompt' }).click();
  const form = first.page.getByRole('dialog', { name: 'New prompt' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Translate');
  await form.getByRole('textbox', { name: 'Prompt text' }).fill('To {{language=French}}: {{text}}');
  await expect(form.getByText('Will ask for: language, text')).toBeVisible();
  await form.getByRole('textbox', { name: 'Tags' }).fill('work, 语言');
  await form.getByRole('button', { name: 'Save prompt' }).click();
  const item = dialog.getByRole('listitem', { name: 'Translate', exact: true });
  await expect(item).toContainText('语言');
  await item.getByRole('button', { name: 'Duplicate prompt' }).click();
  await first.page.getByRole('textbox', { name: 'Title' }).press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('searchbox', { name: 'Search prompts' }).fill('copy');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('searchbox', { name: 'Search prompts' }).fill('');
  await item.getByRole('button', { name: 'Delete prompt' }).click();
  await expect(item).toBeHidden();
  // A second click may hit the one that moved up: both come back.
  await dialog.getByRole('button', { name: 'Delete prompt' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect(item).toContainText('To {{language=French}}');
  await first.app.close();

  const { page } = await launch();
  await expect((await openLibrary(page)).getByRole('listitem')).toHaveCount(2);
});

test('a slash offers prompts, asks for variables, and Escape leaves what was typed', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await keep(page, 'Translate to', 'To {{language=French}}: {{text}}');
  await keep(page, '总结', '请总结');
  const box = messageBox(page);
  await box.pressSequentially('Please');
  await box.press('Shift+Enter');
  await box.pressSequentially('/');
  await expect(slashList(page).getByRole('option')).toHaveCount(3);
  await box.press('Escape');
  await expect(slashList(page)).toBeHidden();
  await expect(box).toHaveValue('Please\n/');
  await box.press('Backspace');
  await box.pressSequentially('/trto');
  await expect(slashList(page).getByRole('option', { name: 'Translate to' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await box.press('Enter');
  const form = page.getByRole('dialog', { name: 'Translate to' });
  await expect(form.getByRole('textbox', { name: 'language' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(box).toHaveValue('Please\n/trto');
  await expect(box).toBeFocused();
  await box.press('Enter');
  await expect(form.getByRole('textbox', { name: 'language' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Good day');
  await expect(form.getByRole('region', { name: 'Preview' })).toHaveText('To French: Good day');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('Please\nTo French: Good day');
  await expect(box).toBeFocused();
  await expect(page.getByRole('article')).toHaveCount(0);
  await box.press('Control+z');
  await expect(box).toHaveValue('Please\n/trto');
  await box.fill('/usr/bin is a path');
  await expect(slashList(page)).toBeHidden();
  await box.press('Enter');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ messages: [{ content: '/usr/bin is a path' }] });
});

test('a prompt becomes the system prompt', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await keep(page, 'Poet', 'Be a {{kind=sad}} poet.');
  const dialog = await openLibrary(page);
  await dialog.getByRole('button', { name: 'Use as system prompt' }).click();
  await page
    .getByRole('dialog', { name: 'Poet' })
    .getByRole('button', { name: 'Use as system prompt' })
    .click();
  const region = await generationSettings(page);
  await expect(region.getByRole('textbox', { name: 'System prompt' })).toHaveValue('Be a sad poet.');
});

test('prompts go out to files and come in again, each once', async ({ launch }) => {
  const { app, page } = await launch();
  await keep(page, 'One', '---\ntitle: x\n---\n', ['a']);
  const folder = ownFolder();
  const file = path.join(folder, 'prompts.md');
  const json = path.join(folder, 'more.json');
  await writeFile(json, JSON.stringify([{ act: 'Two', prompt: 'Two' }, { broken: 1 }]));
  await app.evaluate(
    ({ dialog }, [place, ...picked]) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: place ?? '' });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: picked });
    },
    [file, file, json],
  );
  const dialog = await openLibrary(page);
  await dialog.getByRole('button', { name: 'Export as Markdown…' }).click();
  await expect(dialog.getByRole('status')).toContainText('prompts.md');
  expect(await readFile(file, 'utf8')).toContain('title: "One"');
  await dialog.getByRole('button', { name: 'Import prompts…' }).click();
  await expect(dialog.getByRole('status')).toHaveText(
    '1 prompt was added. 1 was there already. 1 entry is no prompt, or too long for one.',
  );
  await expect(dialog.getByRole('listitem', { name: 'Two' })).toBeVisible();
});

test('the library, its forms and the list after a slash pass axe in both themes and languages', async ({
  launch,
}) => {
  const { page } = await launch();
  await withoutMotion(page);
  await keep(page, 'Translate', 'To {{language=French}}: {{text}}', ['work', '语言']);
  await keep(page, '总结', '请用三句话总结下面的内容。');
  await messageBox(page).pressSequentially('/');
  await expect(page.getByRole('option')).toHaveCount(3);
  await checkEverywhere(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkEverywhere(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Backspace');
  await page.getByRole('button', { name: '提示词', exact: true }).click();
  await expect(page.getByRole('listitem', { name: 'Translate' })).toBeVisible();
  await checkEverywhere(page);
  await page.getByRole('button', { name: '新建提示词' }).click();
  await checkEverywhere(page);
});
