import { describe, expect, it } from 'vitest';
import type { OpenedChat } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';
import type { PathChange } from '../../../preload/contract/path-change';
import type { Driver } from './support';
import { OPTIONS, openDriver } from './support';

const LIMIT = 99;

const pathOf = ({ transcript }: OpenedChat): readonly string[] =>
  transcript.entries.map(({ message }) => `${message.role}: ${textOf(message.parts)}`);

const idAt = ({ transcript }: OpenedChat, at: number): string => transcript.entries[at]?.message.id ?? '';

const add = (
  driver: Driver,
  chatId: string | null,
  role: 'system' | 'user' | 'assistant',
  text: string,
): Promise<OpenedChat> =>
  driver.call('chat.addMessage', { chatId, role, text, options: OPTIONS, limit: LIMIT });

/** A chat that holds `user: q1, assistant: a1, user: q2, assistant: a2`. */
const twoTurns = async (driver: Driver): Promise<OpenedChat> => {
  const { opened } = await driver.exchange(null, 'q1', 'a1');
  await driver.exchange(opened.chat.id, 'q2', 'a2');
  return driver.call('chat.open', { chatId: opened.chat.id, limit: LIMIT });
};

describe('chat.addMessage', () => {
  it('builds a few-shot prompt that is sent in its order and roles', async () => {
    const { driver } = await openDriver();
    const { chat } = await add(driver, null, 'system', 'Give the opposite.');
    await add(driver, chat.id, 'user', 'hot');
    await add(driver, chat.id, 'assistant', 'cold');
    const { prompt } = await driver.begin({ kind: 'send', chatId: chat.id, text: 'big' });
    expect(prompt).toEqual([
      { role: 'system', content: 'Give the opposite.' },
      { role: 'user', content: 'hot' },
      { role: 'assistant', content: 'cold' },
      { role: 'user', content: 'big' },
    ]);
  });

  it('sends a message of another role as what it is', async () => {
    const { driver } = await openDriver();
    const { prompt } = await driver.begin({
      kind: 'send',
      chatId: null,
      text: 'Be kind.',
      role: 'developer',
    });
    expect(prompt).toEqual([{ role: 'developer', content: 'Be kind.' }]);
  });

  it('clears the draft with the message, and adds nothing below a reply that still streams', async () => {
    const { driver } = await openDriver();
    await driver.call('draft.save', { chatId: null, text: 'hot', options: null });
    const { chat } = await add(driver, null, 'user', 'hot');
    expect(await driver.call('draft.read', { chatId: null })).toBeNull();
    await driver.begin({ kind: 'send', chatId: chat.id, text: 'go' });
    const added = { chatId: chat.id, role: 'user', text: 'late', options: OPTIONS, limit: LIMIT } as const;
    expect((await driver.error('chat.addMessage', added)).code).toBe('chat.busy');
    expect((await driver.error('chat.addMessage', { ...added, text: ' ' })).code).toBe('chat.emptyMessage');
  });
});

describe('chat.changePath', () => {
  const changes: readonly (readonly [string, (ids: readonly string[]) => PathChange, readonly string[]])[] = [
    [
      'deletes the first message',
      ([messageId = '']) => ({ kind: 'delete', messageId }),
      ['assistant: a1', 'user: q2', 'assistant: a2'],
    ],
    [
      'deletes one in the middle',
      ([, messageId = '']) => ({ kind: 'delete', messageId }),
      ['user: q1', 'user: q2', 'assistant: a2'],
    ],
    [
      'deletes the last',
      ([, , , messageId = '']) => ({ kind: 'delete', messageId }),
      ['user: q1', 'assistant: a1', 'user: q2'],
    ],
    [
      'moves one up',
      ([, , messageId = '']) => ({ kind: 'move', messageId, by: -1 }),
      ['user: q1', 'user: q2', 'assistant: a1', 'assistant: a2'],
    ],
    [
      'moves the second to the top',
      ([, messageId = '']) => ({ kind: 'move', messageId, by: -1 }),
      ['assistant: a1', 'user: q1', 'user: q2', 'assistant: a2'],
    ],
    [
      'moves the first down',
      ([messageId = '']) => ({ kind: 'move', messageId, by: 1 }),
      ['assistant: a1', 'user: q1', 'user: q2', 'assistant: a2'],
    ],
    [
      'edits an answer in place',
      ([, messageId = '']) => ({ kind: 'edit', messageId, text: 'A1' }),
      ['user: q1', 'assistant: A1', 'user: q2', 'assistant: a2'],
    ],
  ];

  it.each(changes)('%s, and undoing shows every message as it was', async (_, change, path) => {
    const { driver } = await openDriver();
    const before = await twoTurns(driver);
    const chatId = before.chat.id;
    const ids = before.transcript.entries.map(({ message }) => message.id);
    const after = await driver.call('chat.changePath', { chatId, change: change(ids), limit: LIMIT });
    expect(pathOf(after)).toEqual(path);
    expect(pathOf(await driver.call('chat.open', { chatId, limit: LIMIT }))).toEqual(path);
    const undone = await driver.call('chat.selectBranch', {
      chatId,
      messageId: before.chat.leafId ?? '',
      limit: LIMIT,
    });
    expect(undone.transcript.entries.map(({ message }) => message)).toEqual(
      before.transcript.entries.map(({ message }) => message),
    );
  });

  it('shares what stands above the change and does not claim that a model made the copies below', async () => {
    const { driver } = await openDriver();
    const before = await twoTurns(driver);
    const change = { kind: 'edit', messageId: idAt(before, 1), text: 'A1' } as const;
    const after = await driver.call('chat.changePath', { chatId: before.chat.id, change, limit: LIMIT });
    expect(idAt(after, 0)).toBe(idAt(before, 0));
    expect(after.transcript.entries[1]?.siblingIds).toEqual([idAt(before, 1), idAt(after, 1)]);
    expect(after.transcript.entries.map(({ message }) => message.answer)).toEqual([null, null, null, null]);
  });

  it('is answered anew from the changed path', async () => {
    const { driver } = await openDriver();
    const before = await twoTurns(driver);
    const chatId = before.chat.id;
    const change = { kind: 'edit', messageId: idAt(before, 1), text: 'A1' } as const;
    const after = await driver.call('chat.changePath', { chatId, change, limit: LIMIT });
    const { prompt } = await driver.begin({ kind: 'regenerate', chatId, messageId: idAt(after, 3) });
    expect(prompt.map(({ content }) => content)).toEqual(['q1', 'A1', 'q2']);
  });

  it('leaves an empty chat when its only message is deleted, and brings it back', async () => {
    const { driver } = await openDriver();
    const before = await add(driver, null, 'user', 'alone');
    const chatId = before.chat.id;
    const change = { kind: 'delete', messageId: idAt(before, 0) } as const;
    expect(pathOf(await driver.call('chat.changePath', { chatId, change, limit: LIMIT }))).toEqual([]);
    await driver.exchange(chatId, 'new', 'answer');
    const opened = await driver.call('chat.open', { chatId, limit: LIMIT });
    expect(opened.transcript.entries[0]?.siblingIds).toHaveLength(2);
  });

  it.each<[string, (opened: OpenedChat) => PathChange, string]>([
    ['moves above the top', (o) => ({ kind: 'move', messageId: idAt(o, 0), by: -1 }), 'request.invalid'],
    ['moves below the end', (o) => ({ kind: 'move', messageId: idAt(o, 3), by: 1 }), 'request.invalid'],
    ['edits to nothing', (o) => ({ kind: 'edit', messageId: idAt(o, 1), text: '\n' }), 'chat.emptyMessage'],
  ])('refuses what %s and changes nothing', async (_, change, code) => {
    const { driver } = await openDriver();
    const before = await twoTurns(driver);
    const chatId = before.chat.id;
    const input = { chatId, change: change(before), limit: LIMIT };
    expect((await driver.error('chat.changePath', input)).code).toBe(code);
    expect(await driver.call('chat.open', { chatId, limit: LIMIT })).toEqual(before);
  });

  it('refuses a message of another branch, and any change below or above a reply that streams', async () => {
    const { driver } = await openDriver();
    const before = await twoTurns(driver);
    const chatId = before.chat.id;
    await driver.exchange(chatId, 'other', 'branch', null);
    const foreign = { kind: 'delete', messageId: idAt(before, 1) } as const;
    expect((await driver.error('chat.changePath', { chatId, change: foreign, limit: LIMIT })).code).toBe(
      'history.notFound',
    );
    const { opened } = await driver.begin({ kind: 'send', chatId, text: 'go on' });
    const early = { kind: 'delete', messageId: idAt(opened, 0) } as const;
    expect((await driver.error('chat.changePath', { chatId, change: early, limit: LIMIT })).code).toBe(
      'chat.busy',
    );
  });
});
