import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { readPdf } from '../../../main/backstage/attachments/read-pdf';
import { chooseFiles, choosePlace, clickMenu, ownFolder } from '../support/dialogs';
import { chatList } from '../support/drive';
import { test } from '../support/fixtures';

test('a long chat is drawn on many pages with nothing cut off, and refused as one image with what helps', async ({
  launch,
}) => {
  const { app, page } = await launch();
  const folder = ownFolder();
  const lines = Array.from({ length: 1200 }, (_, at) => `Line ${at} 第${at}行`);
  const content = `\`\`\`\n${lines.join('\n')}\n\`\`\``;
  const messages = [
    { role: 'user', content: 'Long' },
    { role: 'assistant', content },
  ];
  await writeFile(path.join(folder, 'long.jsonl'), JSON.stringify({ messages }));
  await chooseFiles(app, [path.join(folder, 'long.jsonl')]);
  await clickMenu(app, 'Import…');
  const dialog = page.getByRole('dialog', { name: 'Import', exact: true });
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const exportAs = async (label: string, name: string) => {
    await choosePlace(app, path.join(folder, name));
    await chatList(page).getByRole('button', { name: 'Chat actions' }).click();
    await page.getByRole('menuitem', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: label }).click();
  };
  await exportAs('PDF', 'long.pdf');
  await expect(page.getByText('The chat was exported to “long.pdf”.')).toBeVisible({ timeout: 30_000 });
  const bytes = new Uint8Array(await readFile(path.join(folder, 'long.pdf')));
  const text = JSON.stringify(await readPdf({ bytes, cMapFolder: '', maxLength: 1_000_000 }));
  expect(lines.filter((line) => !text.includes(line.slice(0, line.indexOf(' 第'))))).toEqual([]);
  await exportAs('Image (PNG)', 'long.png');
  await expect(page.getByRole('alert')).toContainText('Export it as PDF instead.', { timeout: 30_000 });
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
