import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { branchedConversation } from '../../support/foreign-exports';
import { chips } from '../support/attach';
import { chooseFiles, choosePlace, ownFolder } from '../support/dialogs';
import { answered, ask, openSettings, saveServer } from '../support/drive';
import { dropFile } from '../support/drop-file';
import { test } from '../support/fixtures';

test('what a search found goes out in one file', async ({ launch, server }) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'About whales');
  await answered(page);
  const file = path.join(ownFolder(), 'found.jsonl');
  await choosePlace(app, file);
  await page.getByRole('searchbox', { name: 'Search chats' }).fill('whales');
  await page.getByRole('button', { name: 'Export chats found…' }).click();
  await page.getByRole('menuitem', { name: 'JSONL (fine-tuning)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('status')).toContainText('The chats were exported to “found.jsonl”.');
  expect(await readFile(file, 'utf8')).toContain('About whales');
});

test('chats are mirrored to a folder from Settings, and a restart goes on with it', async ({
  launch,
  server,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, 'Mirror me');
  await answered(page);
  const folder = path.join(ownFolder(), 'My mirror');
  await mkdir(folder);
  await chooseFiles(app, [folder]);
  await openSettings(page);
  const data = page.getByRole('region', { name: 'Mirror folder' });
  await expect(data.getByRole('status')).toHaveText('Off.');
  await data.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(data.getByRole('status')).toHaveText(
    'Chats are mirrored to “My mirror”. Everything is written.',
  );
  expect((await readdir(path.join(folder, 'chats'))).map((name) => path.extname(name)).sort()).toEqual([
    '.jsonl',
    '.md',
  ]);
  await app.close();
  const again = await launch();
  await openSettings(again.page);
  const region = again.page.getByRole('region', { name: 'Mirror folder' });
  await expect(region.getByRole('status')).toContainText('Everything is written.');
  await region.getByRole('button', { name: 'Turn off' }).click();
  await expect(region.getByRole('status')).toHaveText('Off.');
});

test('an export that is dropped on the window is imported, and goes to the message where that is meant', async ({
  launch,
}) => {
  const { page } = await launch();
  const file = path.join(ownFolder(), 'conversations.json');
  await writeFile(file, JSON.stringify([branchedConversation('d0')]));
  const dialog = page.getByRole('dialog', { name: 'Import', exact: true });
  await dropFile(page, file);
  await expect(dialog.getByRole('status')).toContainText('An export of ChatGPT');
  await dialog.getByRole('button', { name: 'Attach to message instead' }).click();
  await expect(dialog).toBeHidden();
  await expect(chips(page)).toHaveCount(1);
  await dropFile(page, file);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('The import is complete.');
});

test('a JSON file that holds no chats goes to the message as before', async ({ launch }) => {
  const { page } = await launch();
  const file = path.join(ownFolder(), 'package.json');
  await writeFile(file, '{"name": "x"}');
  await dropFile(page, file);
  await expect(chips(page)).toHaveCount(1);
});
