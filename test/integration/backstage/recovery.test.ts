import { describe, expect, it } from 'vitest';
import { Driver, first, KEY, openDriver, textOf } from './support';

const PARTS = [
  'NUL \0 in',
  ' the middle, half \ud83d',
  '\ude00 a pair, a lone \udc00,',
  '\r\n\ufeff نص 你好 👩‍👩‍👧',
];

describe('recovery', () => {
  it('ends a reply that a crash cut, with every code unit of its journal, and says how many there were', async () => {
    const { driver, file } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: PARTS.join('') });
    const messageId = first(turn.answers).id;
    let offset = 0;
    for (const text of PARTS) {
      await driver.call('turn.journal', { pieces: [{ messageId, channel: 'text', offset, text }] });
      offset += text.length;
    }
    // No close: that is the crash.
    const next = new Driver();
    const open = { file, keyHex: KEY, liveMessageIds: [] };
    expect(await next.call('history.open', open)).toEqual({ readOnly: false, interruptedCount: 1 });
    const { transcript } = await next.call('chat.open', { chatId: turn.opened.chat.id, limit: 9 });
    const [question, answer] = transcript.entries.map((entry) => entry.message);
    expect(textOf(question)).toBe(PARTS.join(''));
    expect(textOf(answer)).toBe(PARTS.join(''));
    expect(answer?.status).toBe('interrupted');
    expect(answer?.answer).toEqual(first(turn.answers).answer);
    expect(await new Driver().call('history.open', open)).toEqual({ readOnly: false, interruptedCount: 0 });
  });

  it('leaves a reply that main is still streaming alone, so that it can go on and finish', async () => {
    const { driver, file } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const { id } = first(turn.answers);
    await driver.call('turn.journal', {
      pieces: [{ messageId: id, channel: 'text', offset: 0, text: 'abc' }],
    });
    const next = new Driver();
    const report = await next.call('history.open', { file, keyHex: KEY, liveMessageIds: [id] });
    expect(report.interruptedCount).toBe(0);
    await next.call('turn.journal', { pieces: [{ messageId: id, channel: 'text', offset: 3, text: 'def' }] });
    const open = await next.call('chat.open', { chatId: turn.opened.chat.id, limit: 9 });
    expect(textOf(open.transcript.entries[1]?.message)).toBe('abcdef');
    expect(textOf(await next.finish(id, 'abcdefg'))).toBe('abcdefg');
  });

  it('keeps the first half of a continued reply that was cut again', async () => {
    const { driver, file } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const half = first(turn.answers).id;
    await driver.finish(half, 'first half,', { status: 'stopped' });
    const chatId = turn.opened.chat.id;
    const on = await driver.begin({ kind: 'continue', chatId, messageId: half });
    const messageId = first(on.answers).id;
    await driver.call('turn.journal', {
      pieces: [{ messageId, channel: 'text', offset: 11, text: ' second' }],
    });
    const next = new Driver();
    await next.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
    const { transcript } = await next.call('chat.open', { chatId, limit: 9 });
    expect(textOf(transcript.entries[1]?.message)).toBe('first half, second');
  });

  it('keeps a 5 MB message and reply whole', async () => {
    const text = 'Fünf Megabyte 五 😀\0'.repeat(280_000);
    const { driver, file } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const messageId = first(turn.answers).id;
    await driver.call('turn.journal', { pieces: [{ messageId, channel: 'text', offset: 0, text }] });
    await driver.finish(messageId, text);
    await driver.call('history.close', null);
    const { driver: next } = await openDriver(undefined, file);
    const { transcript } = await next.call('chat.open', { chatId: turn.opened.chat.id, limit: 9 });
    expect(textOf(transcript.entries[1]?.message) === text).toBe(true);
  });
});
