import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../../main/backstage/database/database';
import type { OpenedChat, TranscriptPage } from '../../../../preload/contract/history';
import { type Driver, first, KEY, OPTIONS, openDriver, textsOf } from '../support';

/** A chat of messages 0 to `count` - 1, and their ids in order. */
const chatOf = async (driver: Driver, count: number, text = (index: number) => `${index}`) => {
  let chatId: string | null = null;
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { chat }: OpenedChat = await driver.call('chat.addMessage', {
      chatId,
      role: 'user',
      text: text(index),
      options: OPTIONS,
      limit: 1,
    });
    chatId = chat.id;
    ids.push(chat.leafId ?? '');
  }
  return { chatId: chatId ?? '', ids };
};

const numbers = ({ entries }: TranscriptPage) => textsOf(entries).map(Number);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('opening a chat at a message', () => {
  it('loads what is around it, and from there every message once in both directions', async () => {
    const { driver } = await openDriver();
    const { chatId, ids } = await chatOf(driver, 100);
    for (const at of [0, 1, 50, 89, 98, 99]) {
      const { chat, transcript } = await driver.call('chat.openAt', {
        chatId,
        messageId: ids[at] ?? '',
        limit: 20,
      });
      expect(numbers(transcript)).toContain(at);
      expect(numbers(transcript)).toHaveLength(20);
      const leafId = chat.leafId ?? '';
      const stretch = (from: number, count: number) =>
        driver.call('chat.stretch', { chatId, leafId, from, count });
      const end = transcript.from + 20;
      const pages = [await stretch(0, transcript.from + 1), transcript, await stretch(end, 100)];
      const seen = [...new Set(pages.flatMap(numbers))];
      expect({ at, seen }).toEqual({ at, seen: range(0, 100) });
    }
  });

  it('goes to the branch that has the message and stays there, without a change to the list', async () => {
    const { driver } = await openDriver();
    const { opened, answers } = await driver.exchange(null, 'Question', 'First');
    const chatId = opened.chat.id;
    const again = await driver.begin({ kind: 'regenerate', chatId, messageId: first(answers).id });
    await driver.finish(first(again.answers).id, 'Second');
    const before = await driver.call('chat.open', { chatId, limit: 9 });
    const at = await driver.call('chat.openAt', { chatId, messageId: first(answers).id, limit: 9 });
    expect(textsOf(at.transcript.entries)).toEqual(['Question', 'First']);
    const after = await driver.call('chat.open', { chatId, limit: 9 });
    expect(textsOf(after.transcript.entries)).toEqual(['Question', 'First']);
    expect(after.chat.updatedAt).toBe(before.chat.updatedAt);
  });

  it('shows another branch of a history that is only read, all of it, and leaves the chat where it was', async () => {
    const { driver, file } = await openDriver();
    const { opened, answers } = await driver.exchange(null, 'Question', 'First pelican');
    const chatId = opened.chat.id;
    await driver.exchange(chatId, 'More of it', 'Another pelican');
    const again = await driver.begin({ kind: 'regenerate', chatId, messageId: first(answers).id });
    await driver.finish(first(again.answers).id, 'Second');
    await driver.call('history.close', null);
    const newer = new Database(file, KEY);
    newer.write((writer) => writer.script('PRAGMA user_version = 999'));
    newer.close();
    const report = await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    expect(report.readOnly).toBe(true);
    const query = { query: 'pelican', order: 'newest', chatId: null, cursor: null } as const;
    expect((await driver.call('search.messages', query)).hits).toHaveLength(2);
    const messageId = first(answers).id;
    const at = await driver.call('chat.openAt', { chatId, messageId, limit: 2 });
    const leafId = at.chat.leafId ?? '';
    const { entries } = await driver.call('chat.stretch', { chatId, leafId, from: 0, count: 9 });
    expect(textsOf(entries)).toEqual(['Question', 'First pelican', 'More of it', 'Another pelican']);
    const { transcript } = await driver.call('chat.open', { chatId, limit: 9 });
    expect(textsOf(transcript.entries)).toEqual(['Question', 'Second']);
  });

  it('searches in either order, finds in the chat and exports where a newer Parlance wrote the history', async () => {
    const { driver, file } = await openDriver();
    const { opened, answers } = await driver.exchange(null, 'Where do herons live?', 'Herons live by water.');
    await driver.call('history.close', null);
    const newer = new Database(file, KEY);
    newer.write((writer) => writer.script('PRAGMA user_version = 999'));
    newer.close();
    expect((await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] })).readOnly).toBe(
      true,
    );
    for (const order of ['newest', 'best'] as const) {
      const { hits } = await driver.call('search.messages', {
        query: 'heron',
        order,
        chatId: null,
        cursor: null,
      });
      expect(hits.map(({ messageId }) => messageId)).toContain(first(answers).id);
    }
    const chatId = opened.chat.id;
    const finds = await driver.call('chat.find', { chatId, leafId: first(answers).id, text: 'live' });
    expect(finds.messages).toHaveLength(2);
    const markdown = path.join(path.dirname(file), 'chat.md');
    await driver.call('transfer.exportChat', { chatId, format: 'markdown', file: markdown });
    expect(readFileSync(markdown, 'utf8')).toContain('Herons live by water.');
    await driver.call('transfer.exportAll', { file: path.join(path.dirname(file), 'all.zip') });
    await expect
      .poll(async () => (await driver.call('transfer.poll', { waitMs: 50 })).exported?.end ?? null)
      .toBe('complete');
  });

  it('refuses a message of another chat, and one that is in the Trash', async () => {
    const { driver } = await openDriver();
    const one = await chatOf(driver, 1);
    const other = await chatOf(driver, 1);
    const messageId = first(other.ids);
    expect(await driver.error('chat.openAt', { chatId: one.chatId, messageId, limit: 9 })).toMatchObject({
      code: 'history.notFound',
    });
    await driver.call('chat.delete', { chatId: other.chatId });
    expect(await driver.error('chat.openAt', { chatId: other.chatId, messageId, limit: 9 })).toMatchObject({
      code: 'history.notFound',
    });
  });
});

describe('where a chat was left', () => {
  it('is where it opens, over a restart, until it is left at its end', async () => {
    const { driver, file } = await openDriver();
    const { chatId, ids } = await chatOf(driver, 100);
    const place = { messageId: ids[30] ?? '', offset: -120 };
    await driver.call('chat.savePlace', { chatId, place });
    await driver.call('history.close', null);
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    const opened = await driver.call('chat.openAtPlace', { chatId, limit: 20 });
    expect(opened.place).toEqual(place);
    expect(numbers(opened.transcript)).toEqual(range(20, 40));
    await driver.call('chat.savePlace', { chatId, place: null });
    const atEnd = await driver.call('chat.openAtPlace', { chatId, limit: 20 });
    expect(atEnd.place).toBeUndefined();
    expect(numbers(atEnd.transcript)).toEqual(range(80, 100));
  });

  it('is its end when the chat has gone along another branch since', async () => {
    const { driver } = await openDriver();
    const { opened, answers } = await driver.exchange(null, 'Question', 'First');
    const chatId = opened.chat.id;
    await driver.call('chat.savePlace', { chatId, place: { messageId: first(answers).id, offset: 0 } });
    const again = await driver.begin({ kind: 'regenerate', chatId, messageId: first(answers).id });
    await driver.finish(first(again.answers).id, 'Second');
    const now = await driver.call('chat.openAtPlace', { chatId, limit: 20 });
    expect([textsOf(now.transcript.entries), now.place]).toEqual([['Question', 'Second'], undefined]);
  });
});

describe('finding in a chat', () => {
  it('counts every match of the whole path in its order, inside words and across case, width and diacritics', async () => {
    const { driver } = await openDriver();
    const texts = ['An Egret', 'nothing', 'ÉGRETS and egrets', 'ｅｇｒｅｔ'];
    const { chatId, ids } = await chatOf(driver, 400, (index) => texts[index] ?? 'filler');
    const find = (text: string) => driver.call('chat.find', { chatId, leafId: ids.at(-1) ?? '', text });
    expect(await find('gret')).toEqual({
      isWhole: true,
      messages: [
        { messageId: ids[0], count: 1 },
        { messageId: ids[2], count: 2 },
        { messageId: ids[3], count: 1 },
      ],
    });
    expect(await find('')).toEqual({ isWhole: true, messages: [] });
    expect((await find('i')).messages).toHaveLength(397);
  });

  it('finds in the path only, and in a reply that is still written', async () => {
    const { driver } = await openDriver();
    const { opened, answers } = await driver.exchange(null, 'Question', 'the word');
    const chatId = opened.chat.id;
    const again = await driver.begin({ kind: 'regenerate', chatId, messageId: first(answers).id });
    const messageId = first(again.answers).id;
    await driver.call('turn.journal', {
      pieces: [{ messageId, channel: 'text', offset: 0, text: 'word word' }],
    });
    const leafId = messageId;
    expect((await driver.call('chat.find', { chatId, leafId, text: 'word' })).messages).toEqual([
      { messageId, count: 2 },
    ]);
  });

  it('ends an old question when a newer one comes', async () => {
    const { driver } = await openDriver();
    const { chatId, ids } = await chatOf(driver, 220, (index) => `${'…filler '.repeat(3000)} n${index}`);
    const leafId = ids.at(-1) ?? '';
    const [old, newer] = await Promise.all([
      driver.call('chat.find', { chatId, leafId, text: 'absent' }),
      driver.call('chat.find', { chatId, leafId, text: 'n219' }),
    ]);
    expect(old).toEqual({ isWhole: false, messages: [] });
    expect(newer).toEqual({ isWhole: true, messages: [{ messageId: leafId, count: 1 }] });
  });
});
