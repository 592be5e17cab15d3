import { describe, expect, it } from 'vitest';
import type { ChatCursor, ChatPage } from '../../../preload/contract/history';
import { first, OPTIONS, openDriver, textsOf } from './support';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

describe('chats', () => {
  it('pages chats with equal times without losing or repeating one', async () => {
    const { driver } = await openDriver(() => 1000);
    const made: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      made.push((await driver.exchange(null, `Question ${index}`, 'Answer')).opened.chat.id);
    }
    const seen: string[] = [];
    let cursor: ChatCursor | null = null;
    do {
      const page: ChatPage = await driver.call('chat.page', { cursor, limit: 3 });
      expect(page.chats.length).toBeLessThanOrEqual(3);
      seen.push(...page.chats.map((chat) => chat.id));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual(made.toSorted().reverse());
  });

  it('ends the list exactly at a page border without an empty page', async () => {
    const { driver } = await openDriver();
    for (const text of ['a', 'b']) await driver.exchange(null, text, 'x');
    const page = await driver.call('chat.page', { cursor: null, limit: 2 });
    expect(page.chats).toHaveLength(2);
    expect(page.cursor).toBeNull();
  });

  it('moves a chat to the top when it is written in, not when it is renamed or set', async () => {
    let now = 1000;
    const { driver } = await openDriver(() => now++);
    const older = (await driver.exchange(null, 'older', 'x')).opened.chat.id;
    const newer = (await driver.exchange(null, 'newer', 'x')).opened.chat.id;
    await driver.call('chat.rename', { chatId: older, title: 'Renamed' });
    await driver.call('chat.setOptions', { chatId: older, options: OPTIONS });
    const order = async () =>
      (await driver.call('chat.page', { cursor: null, limit: 9 })).chats.map((chat) => chat.id);
    expect(await order()).toEqual([newer, older]);
    await driver.exchange(older, 'again', 'x');
    expect(await order()).toEqual([older, newer]);
  });

  it('keeps options and a cleaned title, and refuses a title of nothing', async () => {
    const { driver } = await openDriver();
    const chatId = (await driver.exchange(null, 'hello', 'x')).opened.chat.id;
    const options = { model: 'm\0\ud800', params: { systemPrompt: 'Be\0brief', temperature: 0.5 } };
    await driver.call('chat.setOptions', { chatId, options });
    await driver.call('chat.rename', { chatId, title: ' Two\nlines\0 \ud800' });
    const { chat } = await driver.call('chat.open', { chatId, limit: 1 });
    expect(chat.options).toEqual(options);
    expect(chat.title).toBe('Two lines');
    expect((await driver.error('chat.rename', { chatId, title: '\n' })).code).toBe('request.invalid');
  });

  it('keeps everything of a deleted chat for its restore, and shows none of it meanwhile', async () => {
    const { driver } = await openDriver();
    const chatId = (await driver.exchange(null, 'keep me', 'kept')).opened.chat.id;
    await driver.call('chat.delete', { chatId });
    expect((await driver.call('chat.page', { cursor: null, limit: 9 })).chats).toEqual([]);
    expect((await driver.error('chat.open', { chatId, limit: 9 })).code).toBe('history.notFound');
    expect((await driver.error('chat.delete', { chatId })).code).toBe('history.notFound');
    await driver.call('chat.restore', { chatId });
    const opened = await driver.call('chat.open', { chatId, limit: 9 });
    expect(textsOf(opened.transcript.entries)).toEqual(['keep me', 'kept']);
  });

  it('lets a reply end in a chat that was deleted while it streamed', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const chatId = turn.opened.chat.id;
    await driver.call('chat.delete', { chatId });
    await driver.finish(first(turn.answers).id, 'late');
    await driver.call('chat.restore', { chatId });
    const opened = await driver.call('chat.open', { chatId, limit: 9 });
    expect(textsOf(opened.transcript.entries)).toEqual(['q', 'late']);
  });

  it('says notFound for everything about a chat that does not exist', async () => {
    const { driver } = await openDriver();
    const chatId = UNKNOWN;
    const errors = [
      await driver.error('chat.open', { chatId, limit: 1 }),
      await driver.error('chat.stretch', { chatId, leafId: UNKNOWN, from: 0, count: 1 }),
      await driver.error('chat.openAtPlace', { chatId, limit: 1 }),
      await driver.error('chat.savePlace', { chatId, place: null }),
      await driver.error('chat.rename', { chatId, title: 'x' }),
      await driver.error('chat.setOptions', { chatId, options: OPTIONS }),
      await driver.error('chat.restore', { chatId }),
      await driver.error('chat.selectBranch', { chatId, messageId: UNKNOWN, limit: 1 }),
      await driver.error('draft.save', { chatId, text: 'x', options: null }),
      await driver.error('draft.read', { chatId }),
    ];
    expect(errors.map((error) => error.code)).toEqual(errors.map(() => 'history.notFound'));
  });

  it('keeps drafts apart by chat, over a restart, and drops an empty one', async () => {
    const { driver, file } = await openDriver();
    const chatId = (await driver.exchange(null, 'q', 'a')).opened.chat.id;
    const draft = {
      text: 'half\0 a 😀 thought \ud83d',
      options: null,
      role: 'system',
      name: 'no name yet!',
    } as const;
    await driver.call('draft.save', { chatId, ...draft });
    await driver.call('draft.save', { chatId: null, text: '', options: OPTIONS });
    await driver.call('history.close', null);
    const { driver: next } = await openDriver(undefined, file);
    const opened = await next.call('chat.open', { chatId, limit: 1 });
    expect(opened.draft).toEqual(draft);
    expect(await next.call('draft.read', { chatId: null })).toEqual({ text: '', options: OPTIONS });
    await next.call('draft.save', { chatId, text: '', options: null });
    expect(await next.call('draft.read', { chatId })).toBeNull();
  });
});
