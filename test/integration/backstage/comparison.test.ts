import { describe, expect, it } from 'vitest';
import type { BegunComparison, TurnOrigin, TurnVariant } from '../../../main/backstage/protocol';
import type { Message } from '../../../preload/contract/history';
import type { ChatOptions } from '../../../preload/contract/parameters';
import { costOf } from '../../../preload/contract/price';
import { NO_FACTS, RULE } from '../../support/turn-facts';
import type { Driver } from './support';
import { first, KEY, OPTIONS, openDriver, requestFor, textOf } from './support';

const PRICE = { input: 2, cachedInput: null, cacheWrite: null, output: 8, long: null };
const USAGE = { promptTokens: 1000, completionTokens: 500, totalTokens: 1500 };
const TIMINGS = { headersMs: 1, firstTokenMs: 2, totalMs: 3 };

const asking = (model: string, params: ChatOptions['params'] = {}): TurnVariant => {
  const options = { model, params };
  return { options, endpointId: 'demo', rule: RULE, request: requestFor(options), price: PRICE };
};

const send = (chatId: string | null, text = 'q'): TurnOrigin => ({ kind: 'send', chatId, text });

const compare = (driver: Driver, variants: readonly TurnVariant[], origin = send(null)) =>
  driver.call('turn.compare', { origin, chatOptions: OPTIONS, variants });

const answersOf = ({ requests }: BegunComparison): readonly Message[] =>
  requests.flatMap(({ answers }) => answers);

const groupOf = async (driver: Driver, chatId: string): Promise<readonly Message[]> =>
  (await driver.call('chat.open', { chatId, limit: 9 })).transcript.entries.at(-1)?.answers ?? [];

describe('turn.compare', () => {
  it('writes the question once and each answer with its own model, settings, request and prompt', async () => {
    const { driver } = await openDriver();
    const variants = [
      asking('a', { systemPrompt: 'Be brief.' }),
      asking('b', { n: 2 }),
      asking('c', { temperature: 0 }),
    ];
    const begun = await compare(driver, variants);
    expect(begun.requests.map(({ answers }) => answers.length)).toEqual([1, 2, 1]);
    expect(begun.requests.map(({ prompt }) => prompt.length)).toEqual([2, 1, 1]);
    const answers = answersOf(begun);
    expect(answers.map(({ answer }) => answer?.model)).toEqual(['a', 'b', 'b', 'c']);
    expect(answers[3]?.answer).toMatchObject({ params: { temperature: 0 }, sent: { body: { model: 'c' } } });
    expect(new Set(answers.map(({ answer }) => answer?.comparisonId)).size).toBe(1);
    expect(new Set(answers.map(({ answer }) => answer?.turnId)).size).toBe(3);
    const { chat, transcript } = begun.opened;
    expect(transcript.entries).toHaveLength(2);
    expect(transcript.entries[1]?.answers.map(({ id }) => id)).toEqual(answers.map(({ id }) => id));
    expect(chat).toMatchObject({ options: OPTIONS, leafId: first(answers).id });
  });

  it('leaves the options of a chat that is there already', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'one', 'uno');
    const begun = await compare(driver, [asking('a'), asking('b')], send(opened.chat.id));
    expect(begun.opened.chat.options).toEqual(opened.chat.options);
  });

  it('asks an answered question again below the same question', async () => {
    const { driver } = await openDriver();
    const turn = await driver.exchange(null, 'one', 'uno');
    const chatId = turn.opened.chat.id;
    const origin = { kind: 'regenerate', chatId, messageId: first(turn.answers).id } as const;
    const begun = await compare(driver, [asking('a'), asking('b')], origin);
    expect(begun.opened.transcript.entries[1]?.siblingIds).toHaveLength(3);
    expect(await groupOf(driver, chatId)).toHaveLength(2);
  });

  it('writes nothing when one variant does not fit, and names it', async () => {
    const { driver } = await openDriver();
    const small = { ...asking('small'), rule: { ...RULE, contextWindow: 20, reservedTokens: 19 } };
    const error = await driver.error('turn.compare', {
      origin: send(null),
      chatOptions: OPTIONS,
      variants: [asking('a'), small],
    });
    expect(error).toMatchObject({ code: 'chat.contextTooLong', detail: { variant: 1 } });
    expect((await driver.call('chat.page', { cursor: null, limit: 9 })).chats).toEqual([]);
  });

  it('leaves out for each model what only that model has no room for', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'long '.repeat(300), 'uno');
    const small = { ...asking('small'), rule: { ...RULE, contextWindow: 100, reservedTokens: 20 } };
    const begun = await compare(driver, [asking('a'), small], send(opened.chat.id));
    expect(begun.requests.map(({ prompt }) => prompt.length)).toEqual([3, 2]);
    const [whole, cut] = answersOf(begun);
    expect(whole?.answer?.sentFromId).toBeNull();
    expect(cut?.answer?.sentFromId).toBe(first(opened.transcript.entries.slice(1)).message.id);
  });
});

describe('a comparison', () => {
  it('costs what its requests cost, those with several answers once', async () => {
    const { driver } = await openDriver();
    const begun = await compare(driver, [asking('a'), asking('b', { n: 3 })]);
    const facts = { ...NO_FACTS, usage: USAGE, timings: TIMINGS };
    for (const { id } of answersOf(begun)) await driver.finish(id, 'x', { facts });
    const { chat } = await driver.call('chat.open', { chatId: begun.opened.chat.id, limit: 1 });
    expect(chat.cost?.usd).toBeCloseTo(2 * costOf(PRICE, USAGE), 12);
    expect(chat.cost?.isWhole).toBe(true);
  });

  it('whose first answer failed goes on from the first whole one, once all have ended', async () => {
    const { driver } = await openDriver();
    const begun = await compare(driver, [asking('a'), asking('b'), asking('c')]);
    const chatId = begun.opened.chat.id;
    const [one, two, three] = answersOf(begun).map(({ id }) => id);
    const leaf = async () => (await driver.call('chat.open', { chatId, limit: 1 })).chat.leafId;
    await driver.finish(one ?? '', '', { status: 'failed' });
    await driver.finish(three ?? '', 'C');
    expect(await leaf()).toBe(one);
    await driver.finish(two ?? '', 'B');
    expect(await leaf()).toBe(two);
  });

  it('stays where the person went on from, and at a failed answer where none is whole', async () => {
    const { driver } = await openDriver();
    for (const [status, added] of [['complete', true] as const, ['failed', false] as const]) {
      const begun = await compare(driver, [asking('a'), asking('b')]);
      const { chat } = begun.opened;
      const [one, two] = answersOf(begun).map(({ id }) => id);
      await driver.finish(one ?? '', 'half', { status: 'failed' });
      const context = { chatId: chat.id, role: 'user', text: 'more', options: OPTIONS, limit: 1 } as const;
      const leaf = added ? (await driver.call('chat.addMessage', context)).chat.leafId : one;
      await driver.finish(two ?? '', 'B', { status });
      expect((await driver.call('chat.open', { chatId: chat.id, limit: 1 })).chat.leafId).toBe(leaf);
    }
  });

  it('that the end of the app cut keeps the text of every answer', async () => {
    const { driver, file } = await openDriver();
    const begun = await compare(driver, [asking('a'), asking('b'), asking('c')]);
    const [one, two, three] = answersOf(begun);
    await driver.finish(one?.id ?? '', 'whole');
    const pieces = [two, three].map((answer) => ({
      messageId: answer?.id ?? '',
      channel: 'text' as const,
      offset: 0,
      text: `half of ${answer?.answer?.model}`,
    }));
    await driver.call('turn.journal', { pieces });
    await driver.call('history.close', null);
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    const group = await groupOf(driver, begun.opened.chat.id);
    expect(group.map(({ status }) => status)).toEqual(['complete', 'interrupted', 'interrupted']);
    expect(group.map(textOf)).toEqual(['whole', 'half of b', 'half of c']);
  });

  it('shows the request of every answer as it was', async () => {
    const { driver } = await openDriver();
    const begun = await compare(driver, [asking('a'), asking('b', { systemPrompt: 'B.' })]);
    const chatId = begun.opened.chat.id;
    const [one, two] = answersOf(begun);
    await driver.finish(one?.id ?? '', 'A');
    await driver.finish(two?.id ?? '', 'B');
    const sent = async (messageId: string) =>
      JSON.parse((await driver.call('answer.record', { chatId, messageId })).sentBody);
    expect(await sent(one?.id ?? '')).toMatchObject({ model: 'a', messages: [{ content: 'q' }] });
    expect(await sent(two?.id ?? '')).toMatchObject({
      model: 'b',
      messages: [{ role: 'system', content: 'B.' }, { content: 'q' }],
    });
  });

  it('puts what is asked again, and what goes on from a cut answer, in the place of the old answer', async () => {
    const { driver } = await openDriver();
    const begun = await compare(driver, [asking('a'), asking('b'), asking('c')]);
    const chatId = begun.opened.chat.id;
    const [failed, cut, whole] = answersOf(begun).map(({ id }) => id);
    await driver.finish(failed ?? '', '', { status: 'failed' });
    await driver.finish(cut ?? '', 'half', { status: 'stopped' });
    await driver.finish(whole ?? '', 'whole');
    const again = await driver.call('turn.repeat', { chatId, messageId: failed ?? '' });
    const repeated = first(again.begun.answers).id;
    await driver.finish(repeated, 'better');
    const on = await driver.begin({ kind: 'continue', chatId, messageId: cut ?? '' });
    const continued = first(on.answers).id;
    await driver.finish(continued, 'half and half');
    expect((await groupOf(driver, chatId)).map(({ id }) => id)).toEqual([repeated, continued, whole]);
    // The old answers are branches still.
    const back = await driver.call('chat.selectBranch', { chatId, messageId: cut ?? '', limit: 9 });
    expect(back.transcript.entries[1]?.siblingIds).toHaveLength(5);
    expect(back.transcript.entries[1]?.answers.map(({ id }) => id)).toContain(cut);
  });

  it('or not, answers of one request stay side by side when one of them is gone on with', async () => {
    const { driver } = await openDriver();
    const options = { model: 'm', params: { n: 3 } };
    const turn = await driver.begin(send(null), { options, request: requestFor(options) });
    const chatId = turn.opened.chat.id;
    const [one, two, three] = turn.answers.map(({ id }) => id);
    for (const id of [one, two, three]) await driver.finish(id ?? '', 'half');
    const on = await driver.begin({ kind: 'continue', chatId, messageId: two ?? '' });
    const continued = first(on.answers).id;
    expect((await groupOf(driver, chatId)).map(({ id }) => id)).toEqual([one, continued, three]);
    await driver.finish(continued, 'half and half');
    const again = await driver.begin({ kind: 'continue', chatId, messageId: continued });
    const last = first(again.answers).id;
    expect((await groupOf(driver, chatId)).map(({ id }) => id)).toEqual([one, last, three]);
  });

  it('is remembered by its chat: what the newest one was asked with, each variant once', async () => {
    const { driver } = await openDriver();
    const begun = await compare(driver, [asking('a'), asking('b')]);
    const chatId = begun.opened.chat.id;
    for (const { id } of answersOf(begun)) await driver.finish(id, 'x');
    const again = [asking('m', { temperature: 0, n: 2 }), asking('m', { temperature: 1 })];
    const second = await compare(driver, again, send(chatId));
    const [one] = answersOf(second);
    for (const { id } of answersOf(second)) await driver.finish(id, 'x');
    await driver.call('turn.repeat', { chatId, messageId: one?.id ?? '' });
    expect(await driver.call('chat.lastComparison', { chatId })).toEqual(again.map(({ options }) => options));
    const other = await driver.exchange(null, 'x', 'y');
    expect(await driver.call('chat.lastComparison', { chatId: other.opened.chat.id })).toEqual([]);
  });
});

it('messages of a chat are read wherever they are in its tree, and none of another chat', async () => {
  const { driver } = await openDriver();
  const { opened, answers } = await driver.exchange(null, 'one', 'uno');
  const chatId = opened.chat.id;
  await driver.exchange(chatId, 'ONE', 'UNO', null);
  const [read] = await driver.call('chat.messages', { chatId, messageIds: [first(answers).id] });
  expect(textOf(read)).toBe('uno');
  const other = await driver.exchange(null, 'x', 'y');
  const input = { chatId, messageIds: [first(other.answers).id] };
  expect((await driver.error('chat.messages', input)).code).toBe('history.notFound');
});
