import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../preload/contract/history';
import { withChat } from '../../../renderer/stores/chat-list';
import { foldersInOrder, type Listing, withListed } from '../../../renderer/stores/order-store';

const chat = (id: string, updatedAt: number, more: Partial<Chat> = {}): Chat => ({
  id,
  title: id,
  createdAt: 0,
  updatedAt,
  leafId: null,
  options: { model: '', params: {} },
  cost: null,
  ...more,
});

const listing = (filter: Listing['filter'], chats: readonly Chat[], hasMore = false): Listing => {
  const last = chats.at(-1);
  return { filter, chats, cursor: hasMore && last ? { updatedAt: last.updatedAt, id: last.id } : null };
};

const idsOf = ({ chats }: { readonly chats: readonly Chat[] }) => chats.map(({ id }) => id);
const work = { kind: 'folder', folderId: 'work' } as const;

describe('lists beside the main one', () => {
  it('take in what comes into a folder, in its place, and let go what leaves it', () => {
    const before = listing(work, [chat('c', 3, { folderId: 'work' }), chat('a', 1, { folderId: 'work' })]);
    const after = withListed(before, [chat('b', 2, { folderId: 'work' })]);
    expect(idsOf(after)).toEqual(['c', 'b', 'a']);
    expect(idsOf(withListed(after, [chat('b', 2)]))).toEqual(['c', 'a']);
    expect(idsOf(withListed(after, [chat('c', 3, { folderId: 'work', isArchived: true })]))).toEqual([
      'b',
      'a',
    ]);
  });

  it('leave what belongs to a page not loaded yet to that page', () => {
    const before = listing(work, [chat('c', 3, { folderId: 'work' })], true);
    expect(idsOf(withListed(before, [chat('a', 1, { folderId: 'work' })]))).toEqual(['c']);
  });

  it('keep the last one that is loaded when it is renamed: the next page begins after it', () => {
    const before = listing(
      work,
      [chat('c', 3, { folderId: 'work' }), chat('b', 2, { folderId: 'work' })],
      true,
    );
    const renamed = chat('b', 2, { folderId: 'work', title: 'New' });
    expect(withListed(before, [renamed]).chats.at(-1)).toBe(renamed);
  });

  it('keep what they cannot tell of: a chat does not say which models answered in it', () => {
    const before = listing({ kind: 'model', model: 'm' }, [chat('b', 2), chat('a', 1)]);
    expect(idsOf(withListed(before, [chat('a', 3)]))).toEqual(['a', 'b']);
    expect(idsOf(withListed(before, [chat('z', 4)]))).toEqual(['b', 'a']);
  });

  it('are where an archived chat is, and a chat in a folder is not in the main one unless it is pinned', () => {
    const archive = listing({ kind: 'archived' }, []);
    expect(idsOf(withListed(archive, [chat('a', 1, { isArchived: true })]))).toEqual(['a']);
    const main = { chats: [], cursor: null, busy: new Set<string>() };
    expect(idsOf(withChat(main, chat('a', 1, { folderId: 'work' })))).toEqual([]);
    expect(idsOf(withChat(main, chat('a', 1, { folderId: 'work', isPinned: true })))).toEqual(['a']);
  });
});

describe('folders', () => {
  it('are shown each below its own, and one without its parent all the same', () => {
    const folder = (id: string, parentId: string | null) => ({ id, name: id, parentId, chatCount: 0 });
    const order = foldersInOrder([
      folder('b', 'a'),
      folder('a', null),
      folder('lost', 'gone'),
      folder('c', 'b'),
    ]);
    expect(order.map(({ folder: { id }, depth }) => `${depth} ${id}`)).toEqual([
      '0 a',
      '1 b',
      '2 c',
      '0 lost',
    ]);
  });
});
