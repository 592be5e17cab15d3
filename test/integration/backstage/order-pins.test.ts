import { describe, expect, it } from 'vitest';
import { chats, folder, listed, move } from './order-support';
import { type Driver, OPTIONS, openDriver } from './support';

/** Many of them, quickly. */
const addChats = async (driver: Driver, count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const input = { chatId: null, role: 'user', text: `${at}`, options: OPTIONS, limit: 1 } as const;
    ids.push((await driver.call('chat.addMessage', input)).chat.id);
  }
  return ids;
};

describe('pinning many chats', () => {
  const pinned = async (driver: Driver): Promise<readonly string[]> =>
    (await driver.call('chat.page', { cursor: null, limit: 99 })).chats
      .filter(({ isPinned }) => isPinned)
      .map(({ id }) => id);

  it('puts them above the others, out of their folders too, and undo leaves those that were pinned before', async () => {
    const { driver } = await openDriver();
    const [a = '', b = '', c = ''] = await chats(driver, 3);
    await move(driver, [a], await folder(driver, 'Work'));
    await driver.call('chat.pin', { chatId: b, isPinned: true });
    const { undo } = await driver.call('order.changeChats', {
      changes: [{ chatIds: [a, b], change: { kind: 'pin', isPinned: true } }],
    });
    expect(await listed(driver)).toEqual([b, a, c]);
    const { undo: redo } = await driver.call('order.changeChats', { changes: undo });
    expect(await pinned(driver)).toEqual([b]);
    await driver.call('order.changeChats', { changes: redo });
    expect(await pinned(driver)).toEqual([b, a]);
  });

  it('loses none of the list, however many they are', async () => {
    const { driver } = await openDriver();
    const ids = await addChats(driver, 405);
    await driver.call('order.changeChats', {
      changes: [{ chatIds: ids.slice(2), change: { kind: 'pin', isPinned: true } }],
    });
    expect(await listed(driver)).toEqual([...ids.slice(2).toReversed(), ids[1], ids[0]]);
  });
});
