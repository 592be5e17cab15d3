import { describe, expect, it } from 'vitest';
import { MAX_FOLDER_DEPTH } from '../../../preload/contract/organise';
import { chats, folder, listed, move } from './order-support';
import type { Driver } from './support';
import { first, openDriver } from './support';

describe('folders', () => {
  it('take chats out of the list, hand them out page by page, and give them back', async () => {
    const { driver } = await openDriver();
    const [a = '', b = '', c = '', d = ''] = await chats(driver, 4);
    const work = await folder(driver, 'Work');
    const { undo } = await move(driver, [a, b, c], work);
    expect(await listed(driver)).toEqual([d]);
    expect(await listed(driver, { kind: 'folder', folderId: work })).toEqual([c, b, a]);
    expect((await driver.call('order.read', null)).folders).toMatchObject([{ name: 'Work', chatCount: 3 }]);
    await driver.call('order.changeChats', { changes: undo });
    expect(await listed(driver)).toEqual([d, c, b, a]);
  });

  it('never become a part of themselves', async () => {
    const { driver } = await openDriver();
    const outer = await folder(driver, 'Outer');
    const middle = await folder(driver, 'Middle', outer);
    const inner = await folder(driver, 'Inner', middle);
    for (const parentId of [outer, middle, inner]) {
      const refused = await driver.error('order.saveFolder', { id: outer, name: 'Outer', parentId });
      expect(refused.code).toBe('request.invalid');
    }
    const { folders } = await driver.call('order.saveFolder', { id: inner, name: 'Inner', parentId: outer });
    expect(folders.find(({ id }) => id === inner)?.parentId).toBe(outer);
  });

  it('are not nested more deeply than they can be shown, by moving either', async () => {
    const { driver } = await openDriver();
    let deepest: string | null = null;
    for (let depth = 0; depth < MAX_FOLDER_DEPTH; depth += 1)
      deepest = await folder(driver, `${depth}`, deepest);
    const tooDeep = { id: null, name: 'x', parentId: deepest };
    expect((await driver.error('order.saveFolder', tooDeep)).code).toBe('request.invalid');
    const other = await folder(driver, 'other');
    const moved = { id: other, name: 'other', parentId: deepest };
    expect((await driver.error('order.saveFolder', moved)).code).toBe('request.invalid');
  });

  it('leave what was in them to the folder around them', async () => {
    const { driver } = await openDriver();
    const [chat = ''] = await chats(driver, 1);
    const outer = await folder(driver, 'Outer');
    const middle = await folder(driver, 'Middle', outer);
    const inner = await folder(driver, 'Inner', middle);
    await move(driver, [chat], middle);
    const { order } = await driver.call('order.deleteFolder', { id: middle });
    expect(order.folders.find(({ id }) => id === inner)?.parentId).toBe(outer);
    expect(await listed(driver, { kind: 'folder', folderId: outer })).toEqual([chat]);
    await driver.call('order.deleteFolder', { id: outer });
    expect(await listed(driver)).toEqual([chat]);
  });

  it('come back as they were, but for what was moved or has gone meanwhile', async () => {
    const { driver } = await openDriver();
    const [kept = '', moved = '', trashed = ''] = await chats(driver, 3);
    const outer = await folder(driver, 'Outer');
    const middle = await folder(driver, 'Middle', outer);
    const inner = await folder(driver, 'Inner', middle);
    await move(driver, [kept, moved, trashed], middle);
    const before = (await driver.call('order.read', null)).folders;
    const { removed } = await driver.call('order.deleteFolder', { id: middle });
    await driver.call('chat.delete', { chatId: trashed });
    const after = await driver.call('order.restoreFolder', removed);
    expect(after.folders).toEqual(
      before.map((each) => (each.id === middle ? { ...each, chatCount: 2 } : each)),
    );
    expect(await listed(driver, { kind: 'folder', folderId: middle })).toEqual([moved, kept]);
    await driver.call('chat.restore', { chatId: trashed });
    expect(await listed(driver, { kind: 'folder', folderId: middle })).toEqual([trashed, moved, kept]);

    const again = await driver.call('order.deleteFolder', { id: middle });
    await move(driver, [moved], null);
    await driver.call('order.deleteFolder', { id: outer });
    const { folders } = await driver.call('order.restoreFolder', again.removed);
    expect(folders.find(({ id }) => id === middle)?.parentId).toBeNull();
    expect(folders.find(({ id }) => id === inner)?.parentId).toBe(middle);
  });

  it('refuse a name of nothing', async () => {
    const { driver } = await openDriver();
    const refused = await driver.error('order.saveFolder', { id: null, name: ' \n', parentId: null });
    expect(refused.code).toBe('request.invalid');
  });
});

describe('tags', () => {
  const tag = (
    driver: Driver,
    chatIds: readonly string[],
    add: readonly string[],
    remove: readonly string[] = [],
  ) =>
    driver.call('order.changeChats', {
      changes: [{ chatIds, change: { kind: 'tag', add: [...add], remove: [...remove] } }],
    });

  it('are one whatever their case, go with their last chat, and come back by undo', async () => {
    const { driver } = await openDriver();
    const [a = '', b = ''] = await chats(driver, 2);
    await tag(driver, [a], ['Café']);
    const { chats: changed } = await tag(driver, [b], ['café', '鸟']);
    expect(first(changed).tags).toEqual(['Café', '鸟']);
    expect((await driver.call('order.read', null)).tags).toEqual([
      { name: 'Café', chatCount: 2 },
      { name: '鸟', chatCount: 1 },
    ]);
    expect(await listed(driver, { kind: 'tag', tag: 'CAFE' })).toEqual([b, a]);
    const { undo } = await tag(driver, [a, b], [], ['café', '鸟']);
    expect((await driver.call('order.read', null)).tags).toEqual([]);
    await driver.call('order.changeChats', { changes: undo });
    expect(await listed(driver, { kind: 'tag', tag: '鸟' })).toEqual([b]);
  });

  it('are found by tag:, and chats of a folder by in:', async () => {
    const { driver } = await openDriver();
    const [a = '', b = ''] = await chats(driver, 2);
    await tag(driver, [a], ['Two words']);
    await move(driver, [b], await folder(driver, 'Birds'));
    const found = async (query: string) => {
      const input = { query, order: 'newest', chatId: null, cursor: null } as const;
      return [...new Set((await driver.call('search.messages', input)).hits.map(({ chatId }) => chatId))];
    };
    expect(await found('tag:"two words"')).toEqual([a]);
    expect(await found('tag:two')).toEqual([a]);
    expect(await found('-tag:two')).toEqual([b]);
    expect(await found('tag:none')).toEqual([]);
    expect(await found('in:birds')).toEqual([b]);
  });
});

describe('changes of many chats', () => {
  it('are made all or none', async () => {
    const { driver } = await openDriver();
    const ids = await chats(driver, 3);
    const missing = '00000000-0000-7000-8000-000000000000';
    const refused = await driver.error('order.changeChats', {
      changes: [{ chatIds: [...ids, missing], change: { kind: 'trash', isTrashed: true } }],
    });
    expect(refused.code).toBe('history.notFound');
    expect(await listed(driver)).toHaveLength(3);
  });

  it('tell what is gone, and undo gives back only what they took', async () => {
    const { driver } = await openDriver();
    const [a = '', b = '', c = ''] = await chats(driver, 3);
    await driver.call('chat.delete', { chatId: a });
    const { removedIds, undo } = await driver.call('order.changeChats', {
      changes: [{ chatIds: [a, b], change: { kind: 'trash', isTrashed: true } }],
    });
    expect(removedIds.toSorted()).toEqual([a, b].toSorted());
    await driver.call('order.changeChats', { changes: undo });
    // The one that was in the Trash before stays there.
    expect(await listed(driver)).toEqual([c, b]);
  });

  it('leave a chat in the archive that is only renamed or gone through, and bring back one that is written in', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'q', 'a');
    const chatId = opened.chat.id;
    const messageId = first(opened.transcript.entries).message.id;
    await driver.call('chat.archive', { chatId, isArchived: true });
    await driver.call('chat.rename', { chatId, title: 'Other' });
    await driver.call('chat.selectBranch', { chatId, messageId, limit: 9 });
    expect((await driver.call('chat.open', { chatId, limit: 9 })).chat.isArchived).toBe(true);
    await driver.exchange(chatId, 'more', 'and more');
    expect((await driver.call('chat.open', { chatId, limit: 9 })).chat.isArchived).toBeUndefined();
  });

  it('archive and bring back', async () => {
    const { driver } = await openDriver();
    const ids = await chats(driver, 3);
    const { undo } = await driver.call('order.changeChats', {
      changes: [{ chatIds: ids, change: { kind: 'archive', isArchived: true } }],
    });
    expect(await listed(driver)).toEqual([]);
    expect(await listed(driver, { kind: 'archived' })).toEqual(ids.toReversed());
    await driver.call('order.changeChats', { changes: undo });
    expect(await listed(driver)).toEqual(ids.toReversed());
  });
});

describe('smart lists', () => {
  it('list by model and by day', async () => {
    const day = 86_400_000;
    let now = new Date(2026, 5, 1, 12).getTime();
    const { driver } = await openDriver(() => now);
    const old = await driver.begin(
      { kind: 'send', chatId: null, text: 'q' },
      { options: { model: 'm1', params: {} } },
    );
    now += day;
    const recent = await driver.begin(
      { kind: 'send', chatId: null, text: 'q' },
      { options: { model: 'm2', params: {} } },
    );
    expect(await listed(driver, { kind: 'today' })).toEqual([recent.opened.chat.id]);
    expect(await listed(driver, { kind: 'model', model: 'm1' })).toEqual([old.opened.chat.id]);
    expect((await driver.call('order.read', null)).models.toSorted()).toEqual(['m1', 'm2']);
    expect(await listed(driver, { kind: 'images' })).toEqual([]);
  });
});
