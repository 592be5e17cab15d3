import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../preload/contract/history';
import { type ChatList, withBusy, withChat, withChats, withPage } from '../../../renderer/stores/chat-list';

const chat = (id: string, updatedAt: number): Chat => ({
  id,
  title: id,
  createdAt: 0,
  updatedAt,
  leafId: null,
  options: { model: '', params: {} },
  cost: null,
});
const list = (chats: readonly Chat[], cursor: ChatList['cursor'] = null): ChatList => ({
  chats,
  cursor,
  busy: new Set(),
});
const ids = ({ chats }: ChatList) => chats.map(({ id }) => id);

describe('the chat list on the page', () => {
  it('moves a chat to the top when it was answered, without showing it twice', () => {
    expect(ids(withChat(list([chat('a', 3), chat('b', 2)]), chat('b', 9)))).toEqual(['b', 'a']);
  });

  it('keeps a renamed chat in its place', () => {
    expect(ids(withChat(list([chat('a', 3), chat('b', 2), chat('c', 1)]), chat('b', 2)))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('does not put a chat of a later page out of order at the end', () => {
    const loaded = list([chat('a', 9), chat('b', 8)], { updatedAt: 8, id: 'b' });
    expect(ids(withChat(loaded, chat('z', 1)))).toEqual(['a', 'b']);
  });

  it('keeps the last one that is loaded when it is renamed: the next page begins after it', () => {
    const loaded = list([chat('a', 9), chat('b', 8)], { updatedAt: 8, id: 'b' });
    expect(ids(withChat(loaded, { ...chat('b', 8), title: 'New' }))).toEqual(['a', 'b']);
  });

  it('puts very many pinned chats in pages of their own, and what is not pinned after them', () => {
    const pinned = (id: string, at: number): Chat => ({ ...chat(id, at), isPinned: true });
    const loaded = list([pinned('p', 5), pinned('q', 4)], { updatedAt: 4, id: 'q', isPinned: true });
    expect(ids(withChats(loaded, [chat('new', 9), pinned('r', 9), pinned('old', 1)]))).toEqual([
      'r',
      'p',
      'q',
    ]);
  });

  it('shows no chat twice that moved up while the next page was read', () => {
    const loaded = list([chat('c', 9), chat('a', 5)], { updatedAt: 5, id: 'a' });
    expect(ids(withPage(loaded, { chats: [chat('c', 9), chat('d', 1)], cursor: null }))).toEqual([
      'c',
      'a',
      'd',
    ]);
  });

  it('does not wake the page for what it knows already', () => {
    const busy = withBusy(list([]), 'a', true);
    expect(withBusy(busy, 'a', true)).toBe(busy);
    expect([...withBusy(busy, 'a', false).busy]).toEqual([]);
  });
});
