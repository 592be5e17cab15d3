import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { removeNext } from '../../../main/backstage/history/remover';
import { DAY_MS } from '../../../preload/contract/trash';
import { KEY, OPTIONS, openDriver } from '../backstage/support';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Works off what the background would, on the closed file. */
const workOff = (file: string, now: number): Database => {
  const database = new Database(file, KEY);
  database.all('PRAGMA foreign_keys = ON');
  while (database.write((writer) => removeNext(writer, now)));
  return database;
};

const countsOf = (database: Database) =>
  Object.fromEntries(
    ['chats', 'messages', 'param_sets', 'blobs', 'message_blobs'].map((table) => [
      table,
      database.first(`SELECT count(*) AS count FROM ${table}`)?.count,
    ]),
  );

describe('the Trash', () => {
  it('lists latest deleted first, page by page, and tells how many there are', async () => {
    let now = 1000;
    const { driver } = await openDriver(() => now);
    for (const title of ['a', 'b', 'c']) {
      const { opened } = await driver.exchange(null, title, 'x');
      now += 1000;
      await driver.call('chat.delete', { chatId: opened.chat.id });
    }
    const first = await driver.call('trash.page', { cursor: null, limit: 2 });
    expect(first.chats.map(({ title }) => title)).toEqual(['c', 'b']);
    expect(first.total).toBe(3);
    const next = await driver.call('trash.page', { cursor: first.cursor, limit: 2 });
    expect(next).toMatchObject({ chats: [{ title: 'a', trashedAt: 2000 }], cursor: null });
  });

  it('takes everything of a chat out of the file: messages of all branches, settings, index rows and bytes', async () => {
    let now = 1000;
    const { driver, file } = await openDriver(() => now);
    const kept = await driver.exchange(null, 'kept heron', 'x');
    const { hash } = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
    const { opened } = await driver
      .call('chat.addMessage', {
        chatId: null,
        role: 'user',
        text: 'gone heron',
        options: OPTIONS,
        attachments: [{ hash, name: 'a.png' }],
        limit: 9,
      })
      .then((chat) => ({ opened: chat }));
    const own = { ...OPTIONS, params: { systemPrompt: 'only here' } };
    for (let at = 0; at < 130; at += 1) {
      const turn = await driver.begin(
        { kind: 'send', chatId: opened.chat.id, text: `q${at}`, parentId: at % 3 === 0 ? null : undefined },
        { options: own },
      );
      for (const { id } of turn.answers) await driver.finish(id, 'a');
    }
    await driver.call('chat.delete', { chatId: opened.chat.id });
    expect(await driver.call('trash.remove', { chatIds: [opened.chat.id, kept.opened.chat.id] })).toBe(1);
    expect((await driver.error('chat.restore', { chatId: opened.chat.id })).code).toBe('history.notFound');
    expect((await driver.call('trash.page', { cursor: null, limit: 9 })).total).toBe(0);
    await driver.call('history.close', null);
    now += 2 * DAY_MS;
    const database = workOff(file, now);
    expect(countsOf(database)).toEqual({ chats: 1, messages: 2, param_sets: 1, blobs: 0, message_blobs: 0 });
    expect(database.all('SELECT rowid FROM message_search WHERE message_search MATCH ?', ['gone'])).toEqual(
      [],
    );
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
    database.close();
  });

  it('lets go of chats only once their days are over, and never of others', async () => {
    let now = 100 * DAY_MS;
    const { driver } = await openDriver(() => now);
    const ids: string[] = [];
    for (const text of ['old', 'young', 'alive'])
      ids.push((await driver.exchange(null, text, 'x')).opened.chat.id);
    await driver.call('chat.delete', { chatId: ids[0] ?? '' });
    now += 29 * DAY_MS;
    await driver.call('chat.delete', { chatId: ids[1] ?? '' });
    expect(await driver.call('trash.expire', { before: now - 30 * DAY_MS })).toBe(0);
    now += 2 * DAY_MS;
    expect(await driver.call('trash.expire', { before: now - 30 * DAY_MS })).toBe(1);
    const { chats } = await driver.call('trash.page', { cursor: null, limit: 9 });
    expect(chats.map(({ title }) => title)).toEqual(['young']);
    expect((await driver.call('chat.open', { chatId: ids[2] ?? '', limit: 9 })).chat.title).toBe('alive');
  });
});

describe('drafts of edits', () => {
  it('come back with their chat, and are gone when they are forgotten', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'q', 'a');
    const chatId = opened.chat.id;
    const messageId = opened.transcript.entries[0]?.message.id ?? '';
    const text = 'half\0 typed \ud800';
    await driver.call('draft.saveEdit', { chatId, messageId, text });
    const drafts = async () => (await driver.call('chat.open', { chatId, limit: 9 })).editDrafts;
    expect(await drafts()).toEqual([{ messageId, text }]);
    const { hash } = await driver.call('attachment.add', { name: 'a.png', mime: 'image/png', bytes: PNG });
    const attachments = [{ hash, name: 'a.png' }];
    await driver.call('draft.saveEdit', { chatId, messageId, text: null, attachments, name: 'Ada' });
    expect(await drafts()).toMatchObject([{ messageId, text: null, attachments, name: 'Ada' }]);
    await driver.call('draft.saveEdit', { chatId, messageId, text: null, attachments: [] });
    expect(await drafts()).toEqual([{ messageId, text: null, attachments: [] }]);
    await driver.call('draft.saveEdit', { chatId, messageId, text: null });
    expect(await drafts()).toBeUndefined();
  });
});
