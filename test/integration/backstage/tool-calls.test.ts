import { describe, expect, it } from 'vitest';
import type { OpenedChat } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import { RULE } from '../../support/turn-facts';
import type { Driver } from './support';
import { first, OPTIONS, openDriver, requestFor } from './support';

const LIMIT = 99;
const CALLS: readonly MessagePart[] = [
  { type: 'reasoning', text: 'I need both.' },
  { type: 'text', text: 'Let me look.' },
  { type: 'toolCall', id: 'a', name: 'weather', arguments: '{"city": "Oslo"}' },
  { type: 'toolCall', id: 'b', name: 'time', arguments: '{' },
];
const RESULTS = [
  { callId: 'b', text: '' },
  { callId: 'a', text: 'rain\n"heavy"' },
];
const WIRE_CALLS = [
  { id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city": "Oslo"}' } },
  { id: 'b', type: 'function', function: { name: 'time', arguments: '{' } },
];
const WIRE = [
  { role: 'user', content: 'q' },
  { role: 'assistant', content: 'Let me look.', tool_calls: WIRE_CALLS },
  { role: 'tool', content: 'rain\n"heavy"', tool_call_id: 'a' },
  { role: 'tool', content: '', tool_call_id: 'b' },
];

/** A chat whose reply asks for two calls. */
const withCalls = async (parts = CALLS) => {
  const { driver } = await openDriver();
  const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
  const messageId = first(turn.answers).id;
  await driver.finish(messageId, '', { parts });
  return { driver, chatId: turn.opened.chat.id, messageId };
};

const addResults = (driver: Driver, chatId: string, messageId: string, results = RESULTS) =>
  driver.call('chat.addToolResults', { chatId, messageId, results, limit: LIMIT });

const answerTo = (driver: Driver, { chat }: OpenedChat) =>
  driver.begin({ kind: 'answer', chatId: chat.id, messageId: chat.leafId ?? '' });

const rolesOf = ({ transcript }: OpenedChat) => transcript.entries.map(({ message }) => message.role);

describe('results of calls', () => {
  it('are sent in the order of the calls, in the shape that the API wants; thoughts are not', async () => {
    const { driver, chatId, messageId } = await withCalls();
    const opened = await addResults(driver, chatId, messageId);
    expect(rolesOf(opened)).toEqual(['user', 'assistant', 'tool', 'tool']);
    const { prompt } = await answerTo(driver, opened);
    expect(prompt).toEqual(WIRE);
    expect(prompt.map((message) => Object.keys(message))).toEqual([
      ['role', 'content'],
      ['role', 'content', 'tool_calls'],
      ['role', 'content', 'tool_call_id'],
      ['role', 'content', 'tool_call_id'],
    ]);
  });

  it('stand below a reply of calls alone, whose content is null then', async () => {
    const { driver, chatId, messageId } = await withCalls(CALLS.slice(2));
    const { prompt } = await answerTo(driver, await addResults(driver, chatId, messageId));
    expect(prompt[1]).toEqual({ role: 'assistant', content: null, tool_calls: WIRE_CALLS });
  });

  it.each([
    ['one is missing', RESULTS.slice(1)],
    ['one answers nothing', [...RESULTS.slice(1), { callId: 'c', text: '' }]],
    ['one is there twice', [...RESULTS, ...RESULTS.slice(1)]],
  ])('are refused whole when %s', async (_, results) => {
    const { driver, chatId, messageId } = await withCalls();
    const input = { chatId, messageId, results, limit: LIMIT };
    expect((await driver.error('chat.addToolResults', input)).code).toBe('request.invalid');
    expect(rolesOf(await driver.call('chat.open', { chatId, limit: LIMIT }))).toEqual(['user', 'assistant']);
  });

  it('of a reply that has messages below begin a branch, and those stay on theirs', async () => {
    const { driver, chatId, messageId } = await withCalls();
    const added = { chatId, role: 'user', text: 'later', options: OPTIONS, limit: LIMIT } as const;
    const before = await driver.call('chat.addMessage', added);
    const opened = await addResults(driver, chatId, messageId);
    expect(rolesOf(opened)).toEqual(['user', 'assistant', 'tool', 'tool']);
    const laterId = before.chat.leafId ?? '';
    const back = await driver.call('chat.selectBranch', { chatId, messageId: laterId, limit: LIMIT });
    expect(rolesOf(back)).toEqual(['user', 'assistant', 'user']);
  });
});

describe('what the API would refuse is refused before it is sent', () => {
  it('a call without a result, naming its function; nothing is written', async () => {
    const { driver, chatId } = await withCalls();
    const error = await driver.error('turn.begin', {
      origin: { kind: 'send', chatId, text: 'never mind' },
      options: OPTIONS,
      endpointId: 'demo',
      rule: RULE,
      request: requestFor(OPTIONS),
      price: null,
    });
    expect(error).toMatchObject({ code: 'chat.openCall', detail: { name: 'weather' } });
    expect(rolesOf(await driver.call('chat.open', { chatId, limit: LIMIT }))).toEqual(['user', 'assistant']);
  });

  it('a result whose call was deleted', async () => {
    const { driver, chatId, messageId } = await withCalls();
    await addResults(driver, chatId, messageId);
    const opened = await driver.call('chat.changePath', {
      chatId,
      change: { kind: 'delete', messageId },
      limit: LIMIT,
    });
    expect(rolesOf(opened)).toEqual(['user', 'tool', 'tool']);
    await expect(answerTo(driver, opened)).rejects.toThrow('chat.strayResult');
  });
});

describe('a changed path', () => {
  it('keeps calls, results, thoughts and names of what it copies', async () => {
    const { driver, chatId, messageId } = await withCalls();
    const opened = await addResults(driver, chatId, messageId);
    const questionId = opened.transcript.entries[0]?.message.id ?? '';
    const changed = await driver.call('chat.changePath', {
      chatId,
      change: { kind: 'edit', messageId: questionId, text: 'Q', name: 'Ada' },
      limit: LIMIT,
    });
    expect(changed.transcript.entries[1]?.message.parts).toEqual(CALLS);
    const { prompt } = await answerTo(driver, changed);
    expect(prompt).toEqual([{ role: 'user', content: 'Q', name: 'Ada' }, ...WIRE.slice(1)]);
  });

  it('takes another result, also an empty one, and another text of a reply with calls', async () => {
    const { driver, chatId, messageId } = await withCalls();
    const opened = await addResults(driver, chatId, messageId);
    const edit = async (id: string, text: string) =>
      driver.call('chat.changePath', {
        chatId,
        change: { kind: 'edit', messageId: id, text },
        limit: LIMIT,
      });
    const sunny = await edit(opened.transcript.entries[2]?.message.id ?? '', 'sun');
    expect(sunny.transcript.entries[2]?.message.parts).toEqual([
      { type: 'toolResult', callId: 'a', text: 'sun' },
    ]);
    const silent = await edit(messageId, '');
    expect(silent.transcript.entries[1]?.message.parts).toEqual([CALLS[0], ...CALLS.slice(2)]);
  });
});

describe('a half-typed result', () => {
  it('is there when the chat is opened again, is forgotten when emptied, and goes with what is sent', async () => {
    const { driver, chatId, messageId } = await withCalls();
    const save = (callId: string, text: string) =>
      driver.call('draft.saveResult', { chatId, messageId, callId, text });
    const saved = async () => (await driver.call('chat.open', { chatId, limit: LIMIT })).resultDrafts;
    await save('a', 'ra');
    await save('a', 'rain \0\ud83d');
    await save('b', 'noon');
    await save('b', '');
    expect(await saved()).toEqual([{ messageId, callId: 'a', text: 'rain \0\ud83d' }]);
    await addResults(driver, chatId, messageId);
    expect(await saved()).toBeUndefined();
  });
});

describe('a name', () => {
  it('is sent after the content, kept by an edit that does not name it, and removed by one that says so', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q', name: 'Ada_1' });
    expect(turn.prompt).toEqual([{ role: 'user', content: 'q', name: 'Ada_1' }]);
    expect(Object.keys(first(turn.prompt))).toEqual(['role', 'content', 'name']);
    await driver.finish(first(turn.answers).id, 'a');
    const chatId = turn.opened.chat.id;
    const edit = (messageId: string, name?: null) =>
      driver.call('chat.changePath', {
        chatId,
        change: { kind: 'edit', messageId, text: 'Q', ...(name === undefined ? {} : { name }) },
        limit: LIMIT,
      });
    const question = (opened: OpenedChat) => opened.transcript.entries[0]?.message;
    const kept = question(await edit(question(turn.opened)?.id ?? ''));
    expect(kept?.name).toBe('Ada_1');
    expect(question(await edit(kept?.id ?? '', null))?.name).toBeNull();
  });
});
