import { describe, expect, it } from 'vitest';
import type { Message } from '../../../preload/contract/history';
import type { Driver } from './support';
import { first, openDriver, textsOf } from './support';

const LIMIT = 100;

/** q1 a1 (q2 a2 | q3 a3), the path on the latter. */
const forked = async () => {
  const { driver } = await openDriver();
  const one = await driver.exchange(null, 'q1', 'a1');
  const chatId = one.opened.chat.id;
  const a1 = first(one.answers).id;
  const two = await driver.exchange(chatId, 'q2', 'a2');
  const three = await driver.exchange(chatId, 'q3', 'a3', a1);
  return { driver, chatId, a1, a2: first(two.answers), a3: first(three.answers) };
};

const pathOf = async (driver: Driver, chatId: string): Promise<readonly Message[]> =>
  (await driver.call('chat.open', { chatId, limit: LIMIT })).transcript.entries.map(({ message }) => message);

const saying = async (driver: Driver, chatId: string): Promise<readonly string[]> =>
  textsOf((await driver.call('chat.open', { chatId, limit: LIMIT })).transcript.entries);

/** Everything of a message but its place and its ids. */
const bare = ({ id: _id, chatId: _chat, parentId: _parent, ...message }: Message) => message;

describe('branching', () => {
  it('goes on below a message and keeps what stood there as a sibling', async () => {
    const { driver, chatId, a1 } = await forked();
    const opened = await driver.call('branch.from', { chatId, messageId: a1, limit: LIMIT });
    expect(textsOf(opened.transcript.entries)).toEqual(['q1', 'a1']);
    await driver.exchange(chatId, 'q4', 'a4');
    const { transcript } = await driver.call('chat.open', { chatId, limit: LIMIT });
    expect(textsOf(transcript.entries)).toEqual(['q1', 'a1', 'q4', 'a4']);
    expect(transcript.entries[2]?.siblingIds).toHaveLength(3);
  });

  it('does not go on below a reply that is being written', async () => {
    const { driver, chatId } = await forked();
    const { answers } = await driver.begin({ kind: 'send', chatId, text: 'now' });
    const input = { chatId, messageId: first(answers).id, limit: LIMIT };
    expect((await driver.error('branch.from', input)).code).toBe('chat.busy');
    expect((await driver.error('branch.copy', { ...input, isWhole: false, title: 'x' })).code).toBe(
      'chat.busy',
    );
    expect((await driver.error('branch.move', { ...input, title: 'x' })).code).toBe('chat.busy');
  });
});

describe('copying', () => {
  it('copies a path with parts, names, facts and pins, and leaves the chat as it was', async () => {
    const { driver, chatId, a1, a3 } = await forked();
    await driver.call('message.pin', { chatId, messageId: a1, pinned: true });
    const before = await pathOf(driver, chatId);
    const opened = await driver.call('branch.copy', {
      chatId,
      messageId: a3.id,
      isWhole: false,
      title: 'Copy',
      limit: LIMIT,
    });
    const copies = opened.transcript.entries.map(({ message }) => message);
    expect(copies.map(bare)).toEqual(before.map(bare));
    expect(copies.some(({ id }) => before.some((each) => each.id === id))).toBe(false);
    expect(opened.chat).toMatchObject({ title: 'Copy', cost: null, leafId: copies.at(-1)?.id });
    expect(await pathOf(driver, chatId)).toEqual(before);
  });

  it('copies only what stands above, or with it all branches below', async () => {
    const { driver, chatId, a1 } = await forked();
    const input = { chatId, messageId: a1, title: 'Copy', limit: LIMIT };
    const above = await driver.call('branch.copy', { ...input, isWhole: false });
    expect(textsOf(above.transcript.entries)).toEqual(['q1', 'a1']);
    const whole = await driver.call('branch.copy', { ...input, isWhole: true });
    expect(textsOf(whole.transcript.entries)).toEqual(['q1', 'a1', 'q3', 'a3']);
    expect(whole.transcript.entries[2]?.siblingIds).toHaveLength(2);
    expect(whole.transcript.entries[2]?.siblingIds).not.toContain(whole.transcript.entries[0]?.message.id);
  });

  it('shows the request of a copied answer from the copies', async () => {
    const { driver, chatId, a3 } = await forked();
    const { sentBody } = await driver.call('answer.record', { chatId, messageId: a3.id });
    const { chat } = await driver.call('branch.copy', {
      chatId,
      messageId: a3.id,
      isWhole: false,
      title: 'Copy',
      limit: LIMIT,
    });
    const copied = await driver.call('answer.record', { chatId: chat.id, messageId: chat.leafId ?? '' });
    expect(copied.sentBody).toBe(sentBody);
  });

  it('takes folder and tags along', async () => {
    const { driver, chatId, a1 } = await forked();
    const { folders } = await driver.call('order.saveFolder', { id: null, name: 'Work', parentId: null });
    const folderId = first(folders).id;
    await driver.call('order.changeChats', {
      changes: [
        { chatIds: [chatId], change: { kind: 'move', folderId } },
        { chatIds: [chatId], change: { kind: 'tag', add: ['birds'], remove: [] } },
      ],
    });
    const { chat } = await driver.call('branch.copy', {
      chatId,
      messageId: a1,
      isWhole: false,
      title: 'Copy',
      limit: LIMIT,
    });
    expect(chat).toMatchObject({ folderId, tags: ['birds'] });
  });
});

describe('moving', () => {
  it('moves a branch with its ids, so that it is nowhere twice, and takes it back exactly', async () => {
    const { driver, chatId, a2, a3 } = await forked();
    const before = await pathOf(driver, chatId);
    const q3 = a3.parentId ?? '';
    const { opened, undo } = await driver.call('branch.move', {
      chatId,
      messageId: q3,
      title: 'Branch',
      limit: LIMIT,
    });
    expect(textsOf(opened.transcript.entries)).toEqual(['q1', 'a1', 'q3', 'a3']);
    expect(opened.transcript.entries[2]?.message.id).toBe(q3);
    // The chat goes on along what is left of it.
    expect(await saying(driver, chatId)).toEqual(['q1', 'a1', 'q2', 'a2']);
    expect((await pathOf(driver, chatId)).at(-1)?.id).toBe(a2.id);
    expect((await driver.error('chat.messages', { chatId, messageIds: [q3] })).code).toBe('history.notFound');

    const back = await driver.call('branch.moveBack', { ...undo, limit: LIMIT });
    expect(back.transcript.entries.map(({ message }) => message)).toEqual(before);
    expect((await driver.error('chat.open', { chatId: undo.chatId, limit: 1 })).code).toBe(
      'history.notFound',
    );
  });

  it('takes along what was typed into the editor of a moved message, and as the result of a call', async () => {
    const { driver, chatId, a3 } = await forked();
    const typed = { messageId: a3.id, text: 'half an edit\0', attachments: [], name: 'Ada' };
    const result = { messageId: a3.id, callId: 'call\0', text: '{' };
    await driver.call('draft.saveEdit', { chatId, ...typed });
    await driver.call('draft.saveResult', { chatId, ...result });
    const { opened } = await driver.call('branch.move', {
      chatId,
      messageId: a3.parentId ?? '',
      title: 'Branch',
      limit: LIMIT,
    });
    expect(opened.editDrafts).toEqual([typed]);
    expect(opened.resultDrafts).toEqual([result]);
  });

  it('ends the path above a branch that had no sibling', async () => {
    const { driver, chatId, a3 } = await forked();
    await driver.call('branch.move', { chatId, messageId: a3.id, title: 'Branch', limit: LIMIT });
    expect(await saying(driver, chatId)).toEqual(['q1', 'a1', 'q3']);
  });

  it('does not empty a chat', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'q', 'a');
    const messageId = opened.transcript.entries[0]?.message.id ?? '';
    const moved = { chatId: opened.chat.id, messageId, title: 'x', limit: LIMIT };
    expect((await driver.error('branch.move', moved)).code).toBe('request.invalid');
  });

  it('shows the request of a moved answer as it was sent', async () => {
    const { driver, chatId, a3 } = await forked();
    const { sentBody } = await driver.call('answer.record', { chatId, messageId: a3.id });
    const { opened } = await driver.call('branch.move', {
      chatId,
      messageId: a3.parentId ?? '',
      title: 'Branch',
      limit: LIMIT,
    });
    const moved = await driver.call('answer.record', { chatId: opened.chat.id, messageId: a3.id });
    expect(moved.sentBody).toBe(sentBody);
  });

  it('is found in the chat it moved to, and only there', async () => {
    const { driver, chatId, a3 } = await forked();
    const { opened } = await driver.call('branch.move', {
      chatId,
      messageId: a3.parentId ?? '',
      title: 'Branch',
      limit: LIMIT,
    });
    const { hits } = await driver.call('search.messages', {
      query: 'a3',
      order: 'newest',
      chatId: null,
      cursor: null,
    });
    expect(hits.map(({ chatId: found }) => found)).toEqual([opened.chat.id]);
  });
});

describe('the map', () => {
  it('tells forks and leaves with the runs between them, and which way the path goes', async () => {
    const { driver, chatId, a1, a2, a3 } = await forked();
    const map = await driver.call('branch.map', { chatId });
    expect(
      map.map(({ endId, parent, messageCount, isOnPath }) => ({ endId, parent, messageCount, isOnPath })),
    ).toEqual([
      { endId: a1, parent: null, messageCount: 2, isOnPath: true },
      { endId: a2.id, parent: 0, messageCount: 2, isOnPath: false },
      { endId: a3.id, parent: 0, messageCount: 2, isOnPath: true },
    ]);
    const ids = map.map(({ id }) => id);
    const beginnings = await driver.call('branch.beginnings', { chatId, messageIds: ids });
    expect(ids.map((id) => beginnings.find((each) => each.id === id)?.text)).toEqual(['q1', 'q2', 'q3']);
  });

  it('shows several beginnings of a chat, and of a message no more than its first words', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, `  long\n${'word '.repeat(10_000)}`, 'a');
    const chatId = opened.chat.id;
    await driver.exchange(chatId, 'another', 'b', null);
    const map = await driver.call('branch.map', { chatId });
    expect(map.map(({ parent }) => parent)).toEqual([null, null]);
    const [long] = await driver.call('branch.beginnings', { chatId, messageIds: [first(map).id] });
    expect(long?.text).toMatch(/^long word/);
    expect(long?.text.length).toBeLessThanOrEqual(80);
  });

  it('maps a chat of hundreds of forks in one answer of a bounded size', async () => {
    const { driver } = await openDriver();
    const { opened, answers } = await driver.exchange(null, 'q', 'x'.repeat(100_000));
    const chatId = opened.chat.id;
    for (let at = 0; at < 300; at += 1)
      await driver.exchange(chatId, `q${at}`, 'x'.repeat(1000), first(answers).id);
    const map = await driver.call('branch.map', { chatId });
    expect(map).toHaveLength(301);
    expect(JSON.stringify(map).length / map.length).toBeLessThan(300);
  });
});
