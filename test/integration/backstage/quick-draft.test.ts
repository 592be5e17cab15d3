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

it('puts what was typed before it could be read below it, and leaves what stands beside it', async () => {
  const { driver } = await openDriver();
  const { hash } = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
  const attachments = [{ hash, name: 'a.png' }];
  const append = (quick: boolean, text: string) => driver.call('draft.append', { chatId: null, quick, text });
  const both = async () => [
    await driver.call('draft.read', { chatId: null }),
    await driver.call('draft.readQuick', null),
  ];
  await append(false, 'first');
  await append(true, 'quick');
  expect(await both()).toMatchObject([{ text: 'first' }, { text: 'quick' }]);
  await driver.call('draft.save', {
    chatId: null,
    text: 'stored',
    options: OPTIONS,
    attachments,
    role: 'system',
  });
  await driver.call('draft.saveQuick', { text: '', attachments });
  await append(false, 'typed');
  await append(true, 'typed there');
  const [image] = attachments;
  expect(await both()).toMatchObject([
    { text: 'stored\n\ntyped', options: OPTIONS, role: 'system', attachments: [image] },
    { text: 'typed there', attachments: [image] },
  ]);
});
