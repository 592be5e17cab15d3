import { expect, it } from 'vitest';
import { removeUnusedBlobs } from '../../../main/backstage/attachments/unused-blobs';
import { Database } from '../../../main/backstage/database/database';
import { DAY_MS } from '../../../preload/contract/trash';
import { KEY, OPTIONS, openDriver } from './support';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('what is typed in the small window is kept apart from the main window’s new chat, and outlives a restart', async () => {
  const { driver, file } = await openDriver();
  await driver.call('draft.save', { chatId: null, text: 'of the main window', options: OPTIONS });
  // A text of SQLite would end at its first NUL.
  await driver.call('draft.saveQuick', { text: 'half a\u0000question' });
  await driver.call('history.close', null);
  const again = await openDriver(undefined, file);
  expect(await again.driver.call('draft.readQuick', null)).toMatchObject({
    text: 'half a\u0000question',
  });
  // Asked there, at the root of a chat of its own: the other draft was not sent, and is not lost.
  await again.driver.exchange(null, 'half a question', 'An answer', null);
  await again.driver.call('draft.saveQuick', { text: '' });
  expect(await again.driver.call('draft.readQuick', null)).toBeNull();
  expect(await again.driver.call('draft.read', { chatId: null })).toMatchObject({
    text: 'of the main window',
  });
});

it('keeps an image beside it, which is not taken for one that nobody uses, until nothing is left of it', async () => {
  let now = 1000;
  const { driver, file } = await openDriver(() => now);
  const added = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
  const ref = { hash: added.hash, name: 'a.png' };
  await driver.call('draft.saveQuick', { text: '', attachments: [ref] });
  now += 3 * DAY_MS;
  const unused = () => {
    const beside = new Database(file, KEY);
    const count = beside.write((writer) => removeUnusedBlobs(writer, now));
    beside.close();
    return count;
  };
  expect(unused()).toBe(0);
  expect(await driver.call('draft.readQuick', null)).toMatchObject({
    text: '',
    attachments: [{ type: 'image', ...ref }],
  });
  await driver.call('draft.saveQuick', { text: '' });
  expect(await driver.call('draft.readQuick', null)).toBeNull();
  expect(unused()).toBe(1);
});
