import { describe, expect, it } from 'vitest';
import type { JournalChannel } from '../../../main/backstage/protocol-answers';
import type { MessagePart } from '../../../preload/contract/parts';
import { Driver, first, KEY, openDriver } from './support';

const lines = (items: readonly unknown[]) => items.map((item) => `${JSON.stringify(item)}\n`);

const CALLS = lines([
  { at: 0, id: 'call_a', name: 'weather', arguments: '{"city":' },
  { at: 0, arguments: '"北京\u0000"}' },
  { at: 1, id: 'call_b', name: 'time', arguments: '' },
]);
const LOGPROBS = lines([
  {
    token: 'a\nb',
    bytes: [97, 10, 98],
    logprob: -0.5,
    top: [{ token: '\ud83d', bytes: null, logprob: -9999 }],
  },
  { token: 'c', bytes: null, logprob: -0.1, top: [] },
]);
const REASONING = ['First ', 'this,\n', 'then that.'];
const TEXT = ['Let me ', 'look.'];

const PARTS: readonly MessagePart[] = [
  { type: 'reasoning', text: REASONING.join('') },
  { type: 'text', text: TEXT.join('') },
  { type: 'toolCall', id: 'call_a', name: 'weather', arguments: '{"city":"北京\u0000"}' },
  { type: 'toolCall', id: 'call_b', name: 'time', arguments: '' },
];

/** A reply of which the journal has everything, in the pieces that it came in. */
const journalled = async () => {
  const { driver, file } = await openDriver();
  const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
  const messageId = first(turn.answers).id;
  const write = async (channel: JournalChannel, pieces: readonly string[]) => {
    let offset = 0;
    for (const text of pieces) {
      await driver.call('turn.journal', { pieces: [{ messageId, channel, offset, text }] });
      offset += text.length;
    }
  };
  await write('reasoning', REASONING);
  await write('toolCalls', CALLS);
  await write('text', TEXT);
  await write('logprobs', LOGPROBS);
  return { driver, file, messageId, chatId: turn.opened.chat.id };
};

const answerIn = async (driver: Driver, chatId: string) => {
  const { transcript } = await driver.call('chat.open', { chatId, limit: 9 });
  return transcript.entries[1]?.message;
};

describe('a reply with thoughts, calls and logprobs', () => {
  it('is shown with all of them while it streams', async () => {
    const { driver, chatId } = await journalled();
    expect((await answerIn(driver, chatId))?.parts).toEqual(PARTS);
  });

  it('loses none of them when the app is killed', async () => {
    const { file, chatId } = await journalled();
    // No close: that is the crash.
    const next = new Driver();
    await next.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    const answer = await answerIn(next, chatId);
    expect(answer?.status).toBe('interrupted');
    expect(answer?.parts).toEqual(PARTS);
    expect(answer?.answer?.logprobTokens).toBe(2);
  });

  it('counts pieces once that were written again in other cuts after a restart', async () => {
    const { driver, messageId, chatId } = await journalled();
    await driver.call('turn.journal', {
      pieces: [
        { messageId, channel: 'toolCalls', offset: 0, text: CALLS.join('') },
        { messageId, channel: 'reasoning', offset: REASONING.join('').length - 5, text: 'that. Done.' },
      ],
    });
    const [reasoning, ...rest] = (await answerIn(driver, chatId))?.parts ?? [];
    expect(reasoning).toEqual({ type: 'reasoning', text: 'First this,\nthen that. Done.' });
    expect(rest).toEqual(PARTS.slice(1));
  });

  it('ends as its last write says, with its logprobs counted', async () => {
    const { driver, messageId, chatId } = await journalled();
    const done = await driver.finish(messageId, '', { parts: PARTS, logprobs: LOGPROBS.join('') });
    expect(done.parts).toEqual(PARTS);
    expect(done.answer?.logprobTokens).toBe(2);
    expect(await answerIn(driver, chatId)).toEqual(done);
  });
});
