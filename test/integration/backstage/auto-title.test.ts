import { describe, expect, it } from 'vitest';
import { first, openDriver } from './support';

describe('titles', () => {
  const take = { monthlyLimitUsd: null, worstUsd: null };
  const finish = { endpointId: 'x', price: null, usage: null, askedAt: 1 };

  it('asks once, about question and answer, and keeps what was said as one line', async () => {
    const { driver } = await openDriver();
    const chatId = (await driver.exchange(null, 'How high is it?', '8849 m')).opened.chat.id;
    expect(await driver.call('title.take', { chatId, ...take })).toEqual({
      question: 'How high is it?',
      answer: '8849 m',
    });
    expect(await driver.call('title.take', { chatId, ...take })).toBeNull();
    const chat = await driver.call('title.finish', { chatId, said: '“Height\nof Everest.”', ...finish });
    expect(chat.title).toBe('Height of Everest');
  });

  it('does not ask about a chat without an answer, one that was named, nor one that was copied', async () => {
    const { driver } = await openDriver();
    const failed = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    await driver.finish(first(failed.answers).id, 'half', { status: 'failed' });
    expect(await driver.call('title.take', { chatId: failed.opened.chat.id, ...take })).toBeNull();
    const named = (await driver.exchange(null, 'q', 'a')).opened.chat;
    await driver.call('chat.rename', { chatId: named.id, title: 'Mine' });
    expect(await driver.call('title.take', { chatId: named.id, ...take })).toBeNull();
    const { chat } = await driver.call('branch.copy', {
      chatId: named.id,
      messageId: named.leafId ?? '',
      isWhole: false,
      title: 'Copy',
      limit: 1,
    });
    expect(await driver.call('title.take', { chatId: chat.id, ...take })).toBeNull();
  });

  it('never overwrites a title that was typed while the model was asked, and counts the cost all the same', async () => {
    const { driver } = await openDriver();
    const chatId = (await driver.exchange(null, 'q', 'a')).opened.chat.id;
    await driver.call('title.take', { chatId, ...take });
    await driver.call('chat.rename', { chatId, title: 'Mine' });
    const price = { input: 1, cachedInput: null, cacheWrite: null, output: 1, long: null };
    const usage = { promptTokens: 500_000, completionTokens: 500_000, totalTokens: 1_000_000 };
    const chat = await driver.call('title.finish', {
      ...finish,
      chatId,
      said: 'Another',
      price,
      usage,
      askedAt: Date.now(),
    });
    expect(chat).toMatchObject({ title: 'Mine', cost: { usd: 1 } });
    expect((await driver.call('spending.list', null))[0]).toMatchObject({ usd: 1 });
  });

  it('does not ask past the monthly limit', async () => {
    const { driver } = await openDriver();
    const chatId = (await driver.exchange(null, 'q', 'a')).opened.chat.id;
    const refused = await driver.error('title.take', { chatId, monthlyLimitUsd: 0, worstUsd: 0.001 });
    expect(refused.code).toBe('chat.spendingLimit');
  });

  it('keeps the first words where nothing was said', async () => {
    const { driver } = await openDriver();
    const chatId = (await driver.exchange(null, 'First words', 'a')).opened.chat.id;
    await driver.call('title.take', { chatId, ...take });
    for (const said of [null, '', ' "" '])
      expect((await driver.call('title.finish', { chatId, said, ...finish })).title).toBe('First words');
  });
});
