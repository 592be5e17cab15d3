import { describe, expect, it } from 'vitest';
import type { CountingRule } from '../../../main/backstage/counting-rule';
import { RULE } from '../../support/turn-facts';
import type { Driver } from './support';
import { first, OPTIONS, openDriver, requestFor, textsOf } from './support';

const words = (count: number): string => ' word'.repeat(count).trim();
const ruleOf = (contextRule: CountingRule['contextRule'], contextWindow = 80): CountingRule => ({
  ...RULE,
  contextRule,
  contextWindow,
  reservedTokens: 20,
});

const SYSTEM = `Answer briefly ${words(4)}`;

/** A chat of a system message and three exchanges of 10 words each, 14 tokens a message. */
const longChat = async (driver: Driver) => {
  const { chat } = await driver.call('chat.addMessage', {
    chatId: null,
    role: 'system',
    text: SYSTEM,
    options: OPTIONS,
    limit: 1,
  });
  for (let at = 0; at < 3; at += 1) await driver.exchange(chat.id, words(10), words(10));
  const { entries } = (await driver.call('chat.open', { chatId: chat.id, limit: 50 })).transcript;
  return { chatId: chat.id, ids: entries.map(({ message }) => message.id) };
};

const estimate = (driver: Driver, chatId: string, rule: CountingRule) =>
  driver.call('context.estimate', { chatId, text: words(10), options: OPTIONS, rule });

const contents = (prompt: readonly { readonly content: unknown }[]) => prompt.map(({ content }) => content);

describe('keep system and pinned messages', () => {
  it('sends them before the others, shows so in the estimate, and shows the same request again', async () => {
    const { driver } = await openDriver();
    const { chatId, ids } = await longChat(driver);
    const pinnedId = ids[1] ?? '';
    const pinned = await driver.call('message.pin', { chatId, messageId: pinnedId, pinned: true });
    expect(pinned.pinned).toBe(true);
    const rule = ruleOf('keepPinned');
    const counted = await estimate(driver, chatId, rule);
    expect(counted).toMatchObject({
      rule: 'keepPinned',
      keptIds: [ids[0], pinnedId],
      sentFromId: ids.at(-1),
      omittedCount: 4,
      fits: true,
    });
    const options = { ...OPTIONS, params: { contextRule: 'keepPinned' as const } };
    const next = await driver.begin({ kind: 'send', chatId, text: words(10) }, { rule, options });
    expect(contents(next.prompt)).toEqual([SYSTEM, words(10), words(10), words(10)]);
    expect(next.prompt.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    const answer = first(next.answers);
    expect(answer.answer?.keptIds).toEqual([ids[0], pinnedId]);
    expect(answer.answer?.estimate?.promptTokens).toBe(counted.promptTokens);
    await driver.finish(answer.id, 'done');
    // The pin goes, and the request of before is still what it was.
    await driver.call('message.pin', { chatId, messageId: pinnedId, pinned: false });
    const record = await driver.call('answer.record', { chatId, messageId: answer.id });
    expect(JSON.parse(record.sentBody).messages).toEqual(next.prompt);
    const repeated = await driver.call('turn.repeat', { chatId, messageId: answer.id });
    expect(repeated.begun.prompt).toEqual(next.prompt);
  });

  it('leaves pinned messages out by the default rule, which the person has chosen', async () => {
    const { driver } = await openDriver();
    const { chatId, ids } = await longChat(driver);
    await driver.call('message.pin', { chatId, messageId: ids[1] ?? '', pinned: true });
    expect(await estimate(driver, chatId, ruleOf(undefined))).toMatchObject({
      rule: 'dropOldest',
      keptIds: [],
      omittedCount: 4,
    });
  });

  it('refuses when what is kept does not fit', async () => {
    const { driver } = await openDriver();
    const { chatId, ids } = await longChat(driver);
    for (const messageId of ids) await driver.call('message.pin', { chatId, messageId, pinned: true });
    expect(await estimate(driver, chatId, ruleOf('keepPinned'))).toMatchObject({ fits: false });
    const error = await driver.error('turn.begin', {
      origin: { kind: 'send', chatId, text: words(10) },
      options: OPTIONS,
      endpointId: 'demo',
      rule: ruleOf('keepPinned'),
      request: requestFor(OPTIONS),
      price: null,
    });
    expect(error.code).toBe('chat.contextTooLong');
  });

  it('keeps the pins of messages that a changed path writes once more', async () => {
    const { driver } = await openDriver();
    const { chatId, ids } = await longChat(driver);
    await driver.call('message.pin', { chatId, messageId: ids[1] ?? '', pinned: true });
    await driver.call('message.pin', { chatId, messageId: ids[3] ?? '', pinned: true });
    const change = { kind: 'edit', messageId: ids[1] ?? '', text: 'edited' } as const;
    const { transcript } = await driver.call('chat.changePath', { chatId, change, limit: 50 });
    expect(transcript.entries.map(({ message }) => message.pinned === true)).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('stop and ask', () => {
  it('sends nothing and says by how much the chat is too long; sends once the person has let it', async () => {
    const { driver } = await openDriver();
    const { chatId } = await longChat(driver);
    const rule = ruleOf('ask');
    const counted = await estimate(driver, chatId, rule);
    // 3 + the system message + 6 of 14 + the new one of 14; 60 fit.
    const whole = await estimate(driver, chatId, { ...rule, contextWindow: null });
    expect(counted).toMatchObject({ rule: 'ask', omittedCount: 4, overTokens: whole.promptTokens - 60 });
    const request = {
      origin: { kind: 'send', chatId, text: words(10) } as const,
      options: OPTIONS,
      endpointId: 'demo',
      request: requestFor(OPTIONS),
      price: null,
    };
    const error = await driver.error('turn.begin', { ...request, rule });
    expect(error).toMatchObject({
      code: 'chat.wouldLeaveOut',
      detail: { omittedCount: 4, overTokens: counted.overTokens },
    });
    const opened = await driver.call('chat.open', { chatId, limit: 50 });
    expect(textsOf(opened.transcript.entries)).toHaveLength(7);
    const turn = await driver.call('turn.begin', { ...request, rule: ruleOf(undefined) });
    expect(turn.prompt).toHaveLength(4);
  });

  it('sends as always while all of it fits', async () => {
    const { driver } = await openDriver();
    const { chatId } = await longChat(driver);
    const rule = ruleOf('ask', 500);
    expect(await estimate(driver, chatId, rule)).toMatchObject({ omittedCount: 0, overTokens: 0 });
    const turn = await driver.begin({ kind: 'send', chatId, text: 'x' }, { rule });
    expect(turn.prompt).toHaveLength(8);
  });
});
