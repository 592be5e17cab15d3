import { describe, expect, it } from 'vitest';
import type { BegunTurn, TurnOrigin } from '../../../main/backstage/protocol';
import { tokenizerFor } from '../../../main/backstage/tokens/tokenizer';
import type { ChatOptions } from '../../../preload/contract/parameters';
import { defaultTranscriptRule, plainTranscriptRule } from '../../../preload/contract/transcript-rule';
import { RULE } from '../../support/turn-facts';
import type { Driver } from './support';
import { first, openDriver } from './support';

const OPTIONS: ChatOptions = { model: 'davinci-002', params: { systemPrompt: 'Be brief.' } };
const BODY = { model: 'davinci-002', prompt: '', stream: true };
const REQUEST = { url: 'http://127.0.0.1:1/v1/completions', body: BODY };
const LEGACY = { ...RULE, reservedTokens: 16, transcriptRule: defaultTranscriptRule };

const begin = (driver: Driver, origin: TurnOrigin, rule = LEGACY): Promise<BegunTurn> =>
  driver.begin(origin, { options: OPTIONS, request: REQUEST, rule });

/** Sends `text`, and lets the reply come. */
const exchange = async (driver: Driver, chatId: string | null, text: string, rule = LEGACY) => {
  const turn = await begin(driver, { kind: 'send', chatId, text }, rule);
  await driver.finish(first(turn.answers).id, ` Reply to ${text}.`);
  return turn;
};

const countOf = (text: string) => tokenizerFor('o200k_base').count(text);

const recordOf = (driver: Driver, { opened, answers }: BegunTurn) =>
  driver.call('answer.record', { chatId: opened.chat.id, messageId: first(answers).id });

describe('a chat with a legacy model', () => {
  it('asks with one text, keeps the rule it was made by, and shows that text again', async () => {
    const { driver } = await openDriver();
    const one = await exchange(driver, null, 'one');
    const two = await exchange(driver, one.opened.chat.id, 'two');
    const transcript = 'Be brief.\n\nUser: one\n\nAssistant: Reply to one.\n\nUser: two\n\nAssistant:';
    expect(two.transcript).toBe(transcript);
    expect(first(two.answers).answer?.params.transcriptRule).toEqual(defaultTranscriptRule);
    expect(two.opened.chat.options).toEqual(OPTIONS);
    const { sentBody, received } = await recordOf(driver, two);
    expect(sentBody).toBe(JSON.stringify({ ...BODY, prompt: transcript }));
    expect(JSON.parse(received ?? '')).toMatchObject({
      object: 'text_completion',
      choices: [{ index: 0, text: ' Reply to two.' }],
    });
  });

  it('shows what was sent by the rule of then, whatever the rule is now, and repeats it to the letter', async () => {
    const { driver } = await openDriver();
    const turn = await exchange(driver, null, 'one');
    const chatId = turn.opened.chat.id;
    const params = { ...OPTIONS.params, transcriptRule: plainTranscriptRule };
    await driver.call('chat.setOptions', { chatId, options: { ...OPTIONS, params } });
    const { sentBody } = await recordOf(driver, turn);
    expect(JSON.parse(sentBody).prompt).toBe(turn.transcript);
    const messageId = first(turn.answers).id;
    const { begun, request } = await driver.call('turn.repeat', { chatId, messageId });
    expect(begun.transcript).toBe(turn.transcript);
    expect(request.body).toEqual(BODY);
  });

  it('goes on from a cut reply with a text that ends in it', async () => {
    const { driver } = await openDriver();
    const turn = await exchange(driver, null, 'one');
    const chatId = turn.opened.chat.id;
    const on = await begin(driver, { kind: 'continue', chatId, messageId: first(turn.answers).id });
    expect(on.transcript).toBe('Be brief.\n\nUser: one\n\nAssistant: Reply to one.');
    expect(JSON.parse((await recordOf(driver, on)).sentBody).prompt).toBe(on.transcript);
  });

  it('counts the very text, for the estimate and for what is sent', async () => {
    const { driver } = await openDriver();
    const one = await exchange(driver, null, '你好，世界');
    const question = { chatId: one.opened.chat.id, text: 'And now?', options: OPTIONS, rule: LEGACY };
    const estimate = await driver.call('context.estimate', question);
    const shown = await driver.call('context.transcript', question);
    const two = await begin(driver, { kind: 'send', chatId: one.opened.chat.id, text: 'And now?' });
    expect(shown).toBe(two.transcript);
    expect(estimate).toMatchObject({ promptTokens: await countOf(shown ?? ''), exact: true, fits: true });
    expect(first(two.answers).answer?.estimate?.promptTokens).toBe(estimate.promptTokens);
  });

  it('tells how many calls the one text has no place for: they would be left out without a word', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const question = { chatId: turn.opened.chat.id, text: 'And now?', options: OPTIONS, rule: LEGACY };
    expect(await driver.call('context.estimate', question)).not.toHaveProperty('callsLeftOut');
    const parts = [{ type: 'toolCall', id: 'a', name: 'weather', arguments: '{}' }] as const;
    await driver.finish(first(turn.answers).id, '', { parts });
    expect(await driver.call('context.estimate', question)).toMatchObject({ callsLeftOut: 1 });
    const { rule: _, ...chat } = question;
    expect(await driver.call('context.estimate', { ...chat, rule: RULE })).not.toHaveProperty('callsLeftOut');
  });

  it('counts nothing where nothing would be sent, and the ending with the first text that is typed', async () => {
    const { driver } = await openDriver();
    const bare = { model: 'davinci-002', params: {} };
    const nothing = { chatId: null, text: '', options: bare, rule: LEGACY };
    expect((await driver.call('context.estimate', nothing)).promptTokens).toBe(0);
    const typed = await driver.call('context.estimate', { ...nothing, text: 'Hi' });
    expect(typed.promptTokens).toBe(await countOf('User: Hi\n\nAssistant:'));
  });

  it('leaves out the oldest messages where the text does not fit, and not one more than that', async () => {
    const { driver } = await openDriver();
    let chatId: string | null = null;
    for (const text of ['one', 'two', 'three', 'four', 'five', 'six'])
      chatId = (await exchange(driver, chatId, text)).opened.chat.id;
    const question = (contextWindow: number) => ({
      chatId,
      text: 'last',
      options: OPTIONS,
      rule: { ...LEGACY, contextWindow },
    });
    const whole = (await driver.call('context.transcript', question(10_000))) ?? '';
    const wholeCount = await countOf(whole);
    const exactly = await driver.call('context.estimate', question(wholeCount + 16));
    expect(exactly).toMatchObject({ promptTokens: wholeCount, omittedCount: 0, fits: true });
    for (let window = wholeCount + 15; window > 40; window -= 7) {
      const estimate = await driver.call('context.estimate', question(window));
      const text = (await driver.call('context.transcript', question(window))) ?? '';
      expect(estimate.promptTokens).toBe(await countOf(text));
      expect(estimate.promptTokens).toBeLessThanOrEqual(window - 16);
      expect(estimate.omittedCount).toBeGreaterThan(0);
      // With the next older message it would be too long.
      const from = text.indexOf('\n\n') + 2;
      const cut = whole.slice(0, whole.indexOf(text.slice(from)));
      const older = cut.slice(Math.max(cut.lastIndexOf('User:'), cut.lastIndexOf('Assistant:')));
      expect(await countOf(text.slice(0, from) + older + text.slice(from))).toBeGreaterThan(window - 16);
    }
  });

  it('refuses a text that does not fit by itself, with the numbers, and writes nothing', async () => {
    const { driver } = await openDriver();
    const text = 'word '.repeat(100);
    const rule = { ...LEGACY, contextWindow: 60 };
    const error = await driver.error('turn.begin', {
      origin: { kind: 'send', chatId: null, text },
      options: OPTIONS,
      endpointId: 'demo',
      rule,
      request: REQUEST,
      price: null,
    });
    expect(error.code).toBe('chat.contextTooLong');
    expect((await driver.call('chat.page', { cursor: null, limit: 9 })).chats).toEqual([]);
  });
});

describe('a text beside an answer', () => {
  it('is written as a branch that can be gone on from, and leaves the chat where it is', async () => {
    const { driver } = await openDriver();
    const turn = await exchange(driver, null, 'one');
    const target = { chatId: turn.opened.chat.id, messageId: first(turn.answers).id };
    const { messageId } = await driver.call('answer.branchText', { ...target, text: ' Re' });
    const opened = await driver.call('chat.open', { chatId: target.chatId, limit: 9 });
    expect(opened.chat.leafId).toBe(target.messageId);
    expect(opened.transcript.entries.at(-1)?.siblingIds).toEqual([target.messageId, messageId]);
    const on = await begin(driver, { kind: 'continue', chatId: target.chatId, messageId });
    expect(on.transcript).toBe('Be brief.\n\nUser: one\n\nAssistant: Re');
  });

  it('is refused beside what is no answer, and beside one that still streams', async () => {
    const { driver } = await openDriver();
    const turn = await begin(driver, { kind: 'send', chatId: null, text: 'one' });
    const chatId = turn.opened.chat.id;
    const question = first(turn.opened.transcript.entries).message.id;
    const input = { chatId, text: 'x' };
    expect((await driver.error('answer.branchText', { ...input, messageId: question })).code).toBe(
      'request.invalid',
    );
    const streaming = first(turn.answers).id;
    expect((await driver.error('answer.branchText', { ...input, messageId: streaming })).code).toBe(
      'chat.busy',
    );
  });
});

describe('the probabilities of an answer', () => {
  it('are read again as they came', async () => {
    const { driver } = await openDriver();
    const turn = await begin(driver, { kind: 'send', chatId: null, text: 'one' });
    const { id } = first(turn.answers);
    const entry = { token: 'Hi', bytes: [72, 105], logprob: -0.1 };
    const unknown = { token: '?', bytes: null, logprob: null };
    const lines = [
      { ...entry, top: [entry, unknown] },
      { ...unknown, top: [] },
    ];
    const logprobs = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const message = await driver.finish(id, 'Hi?', { logprobs });
    expect(message.answer?.logprobTokens).toBe(2);
    const target = { chatId: turn.opened.chat.id, messageId: id };
    expect(await driver.call('answer.logprobs', target)).toEqual([entry, unknown]);
    expect(await driver.call('answer.alternatives', { ...target, at: 0 })).toEqual([entry, unknown]);
    expect(await driver.call('answer.alternatives', { ...target, at: 9 })).toEqual([]);
  });

  it('are none for an answer that came without', async () => {
    const { driver } = await openDriver();
    const turn = await exchange(driver, null, 'one');
    const target = { chatId: turn.opened.chat.id, messageId: first(turn.answers).id };
    expect(await driver.call('answer.logprobs', target)).toEqual([]);
  });
});
