import { expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { KEY, openDriver } from '../backstage/support';

const bytes = new TextEncoder().encode('a text of twenty-two b');

it('counts chats, those in the Trash, messages of all branches, and attached bytes once', async () => {
  const { driver, file } = await openDriver();
  const kept = await driver.exchange(null, 'kept', 'x');
  await driver.exchange(kept.opened.chat.id, 'again', 'y');
  const gone = await driver.exchange(null, 'gone', 'x');
  await driver.call('chat.delete', { chatId: gone.opened.chat.id });
  const removed = await driver.exchange(null, 'for good', 'x');
  await driver.call('chat.delete', { chatId: removed.opened.chat.id });
  await driver.call('attachment.add', { name: 'a.txt', mime: 'text/plain', bytes });
  await driver.call('attachment.add', { name: 'b.txt', mime: 'text/plain', bytes });
  // As one that is being removed in the background stands in the file: nobody sees it any more.
  const beside = new Database(file, KEY);
  beside.write((writer) =>
    writer.run('UPDATE chats SET trashed_at = -1 WHERE id = ?', [removed.opened.chat.id]),
  );
  beside.close();
  const counts = await driver.call('data.counts', null);
  expect(counts).toMatchObject({ chats: 1, trashed: 1, messages: 6 });
  expect(counts.attachments).toBeGreaterThan(0);
  expect(counts.attachmentBytes).toBeLessThan(2 * bytes.length + 1);
});
