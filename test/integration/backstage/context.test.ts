import { describe, expect, it } from 'vitest';
import type { OpInput } from '../../../main/backstage/protocol';
import { RULE } from '../../support/turn-facts';
import { first, OPTIONS, openDriver, requestFor, textsOf } from './support';

/** One message of `text` costs 3 + 1 + its tokens; words of one token each make that easy to add up. */
const rule = { ...RULE, contextWindow: 60, reservedTokens: 20 };
const words = (count: number): string => ' word'.repeat(count).trim();

const estimateOf = (changes: Partial<OpInput<'context.estimate'>>): OpInput<'context.estimate'> => ({
  chatId: null,
  text: '',
  options: OPTIONS,
  rule,
  ...changes,
});

describe('context', () => {
  it('adds up as OpenAI counts: messages, roles, system prompt and priming', async () => {
    const { driver } = await openDriver();
    const options = { ...OPTIONS, params: { systemPrompt: words(5) } };
    const typed = await driver.call('context.estimate', estimateOf({ text: words(10), options }));
    expect(typed).toEqual({
      promptTokens: 3 + (3 + 1 + 5) + (3 + 1 + 10),
      exact: true,
      contextWindow: 60,
      reservedTokens: 20,
      replyBound: 16_384,
      parts: { systemPrompt: 3 + 1 + 5, tools: 0, schema: 0, messages: 0, typed: 3 + 1 + 10, priming: 3 },
      rule: 'dropOldest',
      omittedCount: 0,
      overTokens: 0,
      sentFromId: null,
      keptIds: [],
      fits: true,
    });
  });

  it('says nothing would be sent where nothing is typed, and "about" where the encoding is not known', async () => {
    const { driver } = await openDriver();
    const nothing = await driver.call('context.estimate', estimateOf({ rule: { ...rule, encoding: null } }));
    expect(nothing).toMatchObject({ promptTokens: 0, fits: true, exact: false });
  });

  it('leaves out the oldest first, shows the same in the estimate, the prompt and the answer', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: words(8) }, { rule });
    await driver.finish(first(turn.answers).id, words(7));
    const chatId = turn.opened.chat.id;
    const estimate = await driver.call('context.estimate', estimateOf({ chatId, text: words(9) }));
    // 3 + (4 + 9) + (4 + 7) = 27; 12 more for the first message fit into 40, so make them not fit.
    expect(estimate).toMatchObject({ promptTokens: 39, omittedCount: 0, sentFromId: null });
    const tight = { ...rule, contextWindow: 58 };
    const cut = await driver.call('context.estimate', estimateOf({ chatId, text: words(9), rule: tight }));
    const answerId = first(turn.answers).id;
    expect(cut).toMatchObject({ promptTokens: 27, omittedCount: 1, sentFromId: answerId, fits: true });
    const next = await driver.begin({ kind: 'send', chatId, text: words(9) }, { rule: tight });
    expect(next.prompt.map((message) => message.content)).toEqual([words(7), words(9)]);
    expect(next.answers[0]?.answer?.sentFromId).toBe(answerId);
  });

  it('sends the new message alone when nothing before it fits', async () => {
    const { driver } = await openDriver();
    const turn = await driver.exchange(null, words(10), words(30));
    const chatId = turn.opened.chat.id;
    const next = await driver.begin({ kind: 'send', chatId, text: words(20) }, { rule });
    expect(next.prompt).toEqual([{ role: 'user', content: words(20) }]);
    const question = next.opened.transcript.entries.at(-2)?.message.id;
    expect(next.answers[0]?.answer?.sentFromId).toBe(question);
  });

  it('keeps the system prompt when messages are left out', async () => {
    const { driver } = await openDriver();
    const options = { ...OPTIONS, params: { systemPrompt: words(10) } };
    const turn = await driver.exchange(null, words(10), words(10));
    const next = await driver.begin(
      { kind: 'send', chatId: turn.opened.chat.id, text: words(10) },
      { rule, options },
    );
    expect(next.prompt.map((message) => message.role)).toEqual(['system', 'user']);
  });

  it('refuses a message that cannot fit, says by how much, and writes nothing', async () => {
    const { driver } = await openDriver();
    const turn = await driver.exchange(null, 'q', 'a');
    const chatId = turn.opened.chat.id;
    await driver.call('draft.save', { chatId, text: words(50), options: null });
    const origin = { kind: 'send', chatId, text: words(50) } as const;
    const request = requestFor(OPTIONS);
    const tooLong = { origin, options: OPTIONS, endpointId: 'demo', rule, request, price: null };
    const error = await driver.error('turn.begin', tooLong);
    expect(error.code).toBe('chat.contextTooLong');
    expect(error.detail).toEqual({ promptTokens: 3 + 4 + 50, contextWindow: 60, reservedTokens: 20 });
    const opened = await driver.call('chat.open', { chatId, limit: 9 });
    expect(textsOf(opened.transcript.entries)).toEqual(['q', 'a']);
    expect(opened.draft?.text).toBe(words(50));
    const estimate = await driver.call('context.estimate', estimateOf({ chatId, text: words(50) }));
    expect(estimate).toMatchObject({ fits: false, promptTokens: 57 });
  });

  it('counts a reply anew when it has ended, not as it was while it streamed', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: words(1) });
    const chatId = turn.opened.chat.id;
    const input = estimateOf({ chatId, text: words(1), rule: RULE });
    const before = await driver.call('context.estimate', input);
    await driver.finish(first(turn.answers).id, words(6));
    const after = await driver.call('context.estimate', input);
    expect(after.promptTokens - before.promptTokens).toBe(3 + 1 + 6);
  });

  it('counts nothing for a reply without text, which is not sent', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: words(2) });
    await driver.finish(first(turn.answers).id, '', { status: 'failed' });
    const chatId = turn.opened.chat.id;
    const estimate = await driver.call('context.estimate', estimateOf({ chatId, text: words(3) }));
    expect(estimate.promptTokens).toBe(3 + (4 + 2) + (4 + 3));
  });

  it('sends everything where the window is not known', async () => {
    const { driver } = await openDriver();
    const turn = await driver.exchange(null, words(500), words(500));
    const next = await driver.begin(
      { kind: 'send', chatId: turn.opened.chat.id, text: words(500) },
      { rule: { ...rule, contextWindow: null } },
    );
    expect(next.prompt).toHaveLength(3);
  });
});
