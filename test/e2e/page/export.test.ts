import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { chooseFiles, choosePlace, ownFolder } from '../support/dialogs';
import { answered, ask, openSettings, saveServer } from '../support/drive';
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
  const data = page.getByRole('region', { name: 'Data' });
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
  const region = again.page.getByRole('region', { name: 'Data' });
  await expect(region.getByRole('status')).toContainText('Everything is written.');
  await region.getByRole('button', { name: 'Turn off' }).click();
  await expect(region.getByRole('status')).toHaveText('Off.');
});
