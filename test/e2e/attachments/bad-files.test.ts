import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { makePng } from '../../support/make-image';
import { makePdf } from '../../support/make-pdf';
import { chips, choose } from '../support/attach';
import { answered, ask, lastCompletion, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const CUT_IMAGE = makePng(300, 300).subarray(0, 60);

for (const [what, name, mimeType, buffer, message] of [
  ['an image that is no image', 'photo.png', 'image/png', Buffer.from('not at all'), /not an image/],
  ['an image that is cut', 'cut.png', 'image/png', CUT_IMAGE, /not an image/],
  ['a PDF that is none', 'report.pdf', 'application/pdf', Buffer.from('%PDF-1.4 and no more'), /damaged/],
  [
    'an encrypted PDF',
    'secret.pdf',
    'application/pdf',
    makePdf([[{ text: 'x' }]], { encrypted: true }),
    /password/,
  ],
  ['an empty file', 'empty.txt', 'text/plain', Buffer.alloc(0), /nothing in this file/],
  ['a binary file', 'program.bin', 'application/octet-stream', Buffer.alloc(5000, 1), /No text can be read/],
  [
    'a photograph as telephones take them',
    'IMG_1.HEIC',
    '',
    Buffer.from('\0\0\0\x18ftypheic rest'),
    /HEIC.*Save it as PNG or JPEG/,
  ],
] as const) {
  test(`${what} is refused beside its name; nothing is sent and nothing is lost`, async ({
    launch,
    server,
  }) => {
    const { page } = await launch();
    await saveServer(page, server.baseUrl);
    await messageBox(page).fill('Typed before');
    await choose(page, [{ name, mimeType, buffer }]);
    await expect(chips(page).getByRole('alert')).toContainText(message);
    await messageBox(page).press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'could not be attached' })).toBeVisible();
    expect(lastCompletion(server)).toBeUndefined();
    await expect(messageBox(page)).toHaveValue('Typed before');
    await chips(page)
      .getByRole('button', { name: `Remove ${name}` })
      .click();
    await expect(messageBox(page)).toBeFocused();
    await messageBox(page).press('Enter');
    await answered(page);
    expect(lastCompletion(server)).toMatchObject({ messages: [{ content: 'Typed before' }] });
  });
}

test('a file of 200 MB is refused by its size, before a byte of it is read', async ({ launch, server }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-large-'));
  const file = path.join(folder, 'large.log');
  const handle = await open(file, 'w');
  await handle.truncate(200 * 1024 * 1024);
  await handle.close();
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.evaluate(() => {
    const read = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = function () {
      document.title = 'read';
      return read.call(this);
    };
  });
  await choose(page, file);
  await expect(chips(page).getByRole('alert')).toContainText('too large');
  expect(await page.title()).not.toBe('read');
  await rm(folder, { recursive: true });
});

test('more than twenty files: the rest are refused, the twenty can be sent', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const files = Array.from({ length: 22 }, (_, index) => ({
    name: `${index}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`File ${index}`),
  }));
  await choose(page, files);
  await expect(chips(page)).toHaveCount(22);
  await expect(chips(page).getByRole('alert')).toHaveCount(2);
  for (const name of ['20.txt', '21.txt']) await page.getByRole('button', { name: `Remove ${name}` }).click();
  await ask(page, 'All');
  await answered(page);
  expect(JSON.stringify(lastCompletion(server))).toContain('File 19');
});

test('the same file twice is attached once', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('once') };
  await choose(page, [file]);
  await expect(chips(page)).toContainText(/tokens/);
  await choose(page, [{ ...file, name: 'b.txt' }]);
  // Taken in after it: by then the second would be there.
  await choose(page, [{ ...file, name: 'c.txt', buffer: Buffer.from('other') }]);
  await expect(chips(page).filter({ hasText: /tokens/ })).toHaveCount(2);
  await expect(chips(page)).toHaveText([/a\.txt/, /c\.txt/]);
});
