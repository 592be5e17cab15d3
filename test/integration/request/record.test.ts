import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BegunTurn } from '../../../main/backstage/protocol';
import { completionBody } from '../../../main/openai/request-body';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { HARD_TEXTS } from '../../support/hard-texts';
import { callDeltas, streamOf } from '../../support/sse';
import { MODEL } from '../../support/turn-bench';
import { first, KEY } from '../backstage/support';

import {
  type Bench,
  expectShown as expectShownBy,
  openBench as openBenchBefore,
  PLAIN,
  recordOf,
} from './bench';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer({ reply: (_, index) => `Reply ${index}` });
});
afterEach(() => server.fail(null));
afterAll(() => server.close());

const TOOLS = '[ {"type": "function", "function": {"name": "f", "parameters": {"type":"object"}}} ]';

const lastText = (): string => server.requests.at(-1)?.text ?? '';

const openBench = () => openBenchBefore(server);
const expectShown = (bench: Bench, turn: BegunTurn, index?: number) =>
  expectShownBy(server, bench, turn, index);

describe('the request of an answer is shown byte for byte as the server got it', () => {
  it('with texts that are hard to quote and every parameter', async () => {
    const bench = await openBench();
    const params = {
      systemPrompt: HARD_TEXTS.slice(0, 5).join(''),
      temperature: 0.1 + 0.2,
      topP: 0.5,
      maxTokens: 100,
      stop: ['\n', '"'],
      presencePenalty: -1.5,
      frequencyPenalty: 1e-7,
      seed: Number.MAX_SAFE_INTEGER,
    };
    const options = { model: 'test-model', params };
    const turn = await bench.ask({ kind: 'send', chatId: null, text: HARD_TEXTS.join('\n') }, options);
    await expectShown(bench, turn);
  });

  it('for each of several answers, with its own index and text received', async () => {
    const bench = await openBench();
    const options = { model: 'test-model', params: { n: 3 } };
    const turn = await bench.ask({ kind: 'send', chatId: null, text: 'q' }, options);
    for (const index of [0, 1, 2]) {
      const { received } = await expectShown(bench, turn, index);
      expect(JSON.parse(received ?? '').choices).toEqual([
        { index, message: { role: 'assistant', content: `Reply ${index}` }, finish_reason: 'stop' },
      ]);
    }
  });

  it('when it goes on from a cut answer; only the new text counts as received', async () => {
    const bench = await openBench();
    server.fail({ kind: 'close', after: 3 }, 1);
    const cut = await bench.ask({ kind: 'send', chatId: null, text: 'q' });
    await expectShown(bench, cut);
    const chatId = cut.opened.chat.id;
    const on = await bench.ask({ kind: 'continue', chatId, messageId: first(cut.answers).id });
    const { received } = await expectShown(bench, on);
    expect(lastText()).toContain('"role":"assistant"');
    expect(JSON.parse(received ?? '').choices[0].message.content).toBe('Reply 0');
  });

  it('when it is made anew, below other branches and after the chat went on', async () => {
    const bench = await openBench();
    const one = await bench.ask({ kind: 'send', chatId: null, text: 'one' });
    const sentFirst = lastText();
    const chatId = one.opened.chat.id;
    const options = { model: 'test-model', params: { systemPrompt: 'Other.' } };
    const anew = await bench.ask({ kind: 'regenerate', chatId, messageId: first(one.answers).id }, options);
    await expectShown(bench, anew);
    await bench.ask({ kind: 'send', chatId, text: 'two' });
    await bench.ask({ kind: 'send', chatId, parentId: null, text: 'ONE' });
    expect(await recordOf(bench, one)).toMatchObject({ sentBody: sentFirst, proven: true });
  });

  it('when older messages were left out, for a new question, another answer and a continuation', async () => {
    const bench = await openBench();
    const long = 'word '.repeat(60);
    const options = { model: 'test-model', params: { systemPrompt: 'Be brief.' } };
    const start = await bench.ask({ kind: 'send', chatId: null, text: long }, options);
    const chatId = start.opened.chat.id;
    for (const text of ['a', long, 'b'])
      await bench.ask({ kind: 'send', chatId, text: `${text} ${long}` }, options);
    server.fail({ kind: 'close', after: 3 }, 1);
    const left = await bench.ask({ kind: 'send', chatId, text: 'c' }, options, 150);
    expect(first(left.answers).answer?.sentFromId).not.toBeNull();
    expect(JSON.parse(lastText()).messages.length).toBeLessThan(9);
    await expectShown(bench, left);
    const target = { chatId, messageId: first(left.answers).id };
    await expectShown(bench, await bench.ask({ kind: 'continue', ...target }, options, 150));
    await expectShown(bench, await bench.ask({ kind: 'regenerate', ...target }, options, 150));
    const alone = await bench.ask({ kind: 'send', chatId, text: long }, options, 78);
    expect(JSON.parse(lastText()).messages).toHaveLength(2);
    await expectShown(bench, alone);
  });

  it('without a parameter that was refused, and with a bound under its other name', async () => {
    const bench = await openBench();
    const refuse = (param: string) =>
      server.fail({ kind: 'status', status: 400, code: 'unsupported_parameter', param }, 1);
    refuse('temperature');
    const options = { model: 'test-model', params: { temperature: 1, maxTokens: 9, seed: 3 } };
    const turn = await bench.ask({ kind: 'send', chatId: null, text: 'q' }, options);
    await expectShown(bench, turn);
    expect(lastText()).not.toContain('temperature');
    refuse('max_tokens');
    const renamed = await bench.ask({ kind: 'send', chatId: null, text: 'q' }, options);
    await expectShown(bench, renamed);
    expect(lastText()).toContain('"max_completion_tokens":9');
    const { transcript } = await bench.driver.call('chat.open', { chatId: renamed.opened.chat.id, limit: 9 });
    expect(transcript.entries.at(-1)?.message.answer?.sent).toMatchObject({
      tries: 2,
      refusedParameter: 'max_tokens',
    });
  });

  it('with tools, calls and their results; calls and thoughts count as received', async () => {
    const bench = await openBench();
    const params = { tools: TOOLS, toolChoice: 'function:f' as const, parallelToolCalls: false };
    const options = { model: 'test-model', params };
    const deltas = [{ reasoning_content: 'hm' }, ...callDeltas(0, 'call_1', 'f', ['{"x": "\u0000', '"}'])];
    const text = streamOf(deltas, 'tool_calls');
    server.fail({ kind: 'raw', contentType: 'text/event-stream', text }, 1);
    const turn = await bench.ask({ kind: 'send', chatId: null, text: 'q', name: 'Ada' }, options);
    const asked = await expectShown(bench, turn);
    expect(JSON.parse(asked.received ?? '').choices[0].message).toEqual({
      role: 'assistant',
      content: null,
      reasoning_content: 'hm',
      tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'f', arguments: '{"x": "\u0000"}' } }],
    });
    const chatId = turn.opened.chat.id;
    const results = [{ callId: 'call_1', text: HARD_TEXTS.join('\n') }];
    const { chat } = await bench.driver.call('chat.addToolResults', {
      chatId,
      messageId: first(turn.answers).id,
      results,
      limit: 9,
    });
    const answer = await bench.ask({ kind: 'answer', chatId, messageId: chat.leafId ?? '' }, options);
    await expectShown(bench, answer);
    const before = lastText();
    await expectShown(bench, await bench.again(chatId, first(answer.answers).id));
    expect(lastText()).toBe(before);
    expect(JSON.parse(before)).toMatchObject({
      tools: JSON.parse(TOOLS),
      tool_choice: { type: 'function', function: { name: 'f' } },
      parallel_tool_calls: false,
      messages: [
        { name: 'Ada' },
        { content: null, tool_calls: [{ id: 'call_1' }] },
        { tool_call_id: 'call_1' },
      ],
    });
  });

  it('after the app died: put together from what was planned, and called unproven', async () => {
    const { driver, file } = await openBench();
    const body = completionBody([], { seed: 1 }, MODEL);
    const request = { url: 'http://127.0.0.1:1/v1/chat/completions', body: { ...body } };
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' }, { request });
    await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    const target = { chatId: turn.opened.chat.id, messageId: first(turn.answers).id };
    expect(await driver.call('answer.record', target)).toEqual({
      sentBody: JSON.stringify(completionBody([{ role: 'user', content: 'q' }], { seed: 1 }, MODEL)),
      proven: null,
      received: null,
    });
  });
});

describe('a request made once more', () => {
  it('has the same bytes, as many answers, and tells the former fingerprint', async () => {
    const bench = await openBench();
    const options = { model: 'test-model', params: { n: 2, seed: 7, systemPrompt: 'S' } };
    const turn = await bench.ask({ kind: 'send', chatId: null, text: 'q' }, options);
    const before = lastText();
    const chatId = turn.opened.chat.id;
    const messageId = turn.answers[1]?.id ?? '';
    const again = await bench.again(chatId, messageId);
    expect(lastText()).toBe(before);
    expect(again.answers).toHaveLength(2);
    expect(again.opened.chat.leafId).toBe(first(again.answers).id);
    expect(again.opened.transcript.entries.at(-1)?.siblingIds).toHaveLength(4);
    await expectShown(bench, again, 1);
    expect(first(again.answers).answer).toMatchObject({
      params: options.params,
      repeats: { messageId, systemFingerprint: 'fp_parlance_demo' },
      usage: null,
      error: null,
      systemFingerprint: null,
    });
  });

  it('leaves out what was left out, and goes on from the same half', async () => {
    const bench = await openBench();
    const long = 'word '.repeat(60);
    const start = await bench.ask({ kind: 'send', chatId: null, text: long });
    const chatId = start.opened.chat.id;
    server.fail({ kind: 'close', after: 3 }, 1);
    const cut = await bench.ask({ kind: 'send', chatId, text: 'q' }, PLAIN, 50);
    const half = { chatId, messageId: first(cut.answers).id };
    const on = await bench.ask({ kind: 'continue', ...half }, PLAIN, 50);
    const before = lastText();
    expect(before).not.toContain('word');
    const again = await bench.again(chatId, first(on.answers).id);
    expect(lastText()).toBe(before);
    expect(first(again.answers).parts).toEqual(first(on.answers).parts);
    await expectShown(bench, again);
  });

  it('is refused for a question, and while the answer streams', async () => {
    const { driver } = await openBench();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const chatId = turn.opened.chat.id;
    const question = first(turn.opened.transcript.entries).message.id;
    const code = async (messageId: string) => (await driver.error('turn.repeat', { chatId, messageId })).code;
    expect(await code(question)).toBe('request.invalid');
    expect(await code(first(turn.answers).id)).toBe('chat.busy');
  });
});
