import { describe, expect, it } from 'vitest';
import type { CountingRule } from '../../../main/backstage/counting-rule';
import { type AttachmentRef, refOf } from '../../../preload/contract/attachments';
import { defaultTranscriptRule } from '../../../preload/contract/transcript-rule';
import { makePng } from '../../support/make-image';
import { RULE } from '../../support/turn-facts';
import { type Driver, first, OPTIONS, openDriver } from '../backstage/support';
import { add } from './support';

const BLIND: CountingRule = { ...RULE, takesImages: false };

const exchangeWith = async (
  driver: Driver,
  chatId: string | null,
  text: string,
  attachments: readonly AttachmentRef[],
): Promise<{ readonly chatId: string; readonly answerId: string }> => {
  const { opened, answers } = await driver.begin({ kind: 'send', chatId, text, attachments });
  const { id } = await driver.finish(first(answers).id, 'Seen');
  return { chatId: opened.chat.id, answerId: id };
};

const estimate = (driver: Driver, chatId: string, rule: CountingRule) =>
  driver.call('context.estimate', { chatId, text: 'And now?', options: OPTIONS, rule });

describe('a model that takes no images, in a chat that has some', () => {
  it('is asked without those of earlier messages, which is said before', async () => {
    const { driver } = await openDriver();
    const image = refOf(await add(driver, 'a.png', makePng(64, 32)));
    const { chatId } = await exchangeWith(driver, null, 'What is this?', [image]);
    await exchangeWith(driver, chatId, '', [image]);
    const plain = await exchangeWith(driver, null, 'What is this?', []);
    await exchangeWith(driver, chatId, 'Sure?', []);
    await exchangeWith(driver, plain.chatId, 'Sure?', []);

    const counted = await estimate(driver, chatId, BLIND);
    expect(counted).toMatchObject({ imagesLeftOut: 2, exact: true });
    expect((await estimate(driver, chatId, RULE)).imagesLeftOut).toBeUndefined();

    const { prompt, answers } = await driver.begin(
      { kind: 'send', chatId, text: 'And now?' },
      { rule: BLIND },
    );
    // The message that was an image alone says nothing without it.
    expect(prompt.map(({ content }) => content)).toEqual([
      'What is this?',
      'Seen',
      'Seen',
      'Sure?',
      'Seen',
      'And now?',
    ]);
    const { id: messageId } = await driver.finish(first(answers).id, 'No idea');
    expect(first(answers).answer?.estimate?.promptTokens).toBe(counted.promptTokens);
    const { sentBody } = await driver.call('answer.record', { chatId, messageId });
    expect(sentBody).not.toContain('image_url');
    const again = await driver.call('turn.repeat', { chatId, messageId });
    expect(JSON.stringify(again.begun.prompt)).not.toContain('image_url');
  });

  it('is not asked a question that holds one: nothing is written', async () => {
    const { driver } = await openDriver();
    const image = refOf(await add(driver, 'a.png', makePng(64, 32)));
    const { chatId, answerId } = await exchangeWith(driver, null, 'What is this?', [image]);
    const before = await driver.call('chat.open', { chatId, limit: 50 });
    for (const origin of [
      { kind: 'regenerate', chatId, messageId: answerId },
      { kind: 'send', chatId, text: 'And this?', attachments: [image] },
    ] as const) {
      const request = { origin, options: OPTIONS, endpointId: 'demo', rule: BLIND, price: null };
      const error = await driver.error('turn.begin', { ...request, request: { url: '', body: {} } });
      expect(error.code).toBe('chat.noImages');
    }
    expect(await driver.call('chat.open', { chatId, limit: 50 })).toEqual(before);
  });

  it('loses no message of the legacy endpoint to images that are not sent there', async () => {
    const { driver } = await openDriver();
    const image = refOf(await add(driver, 'a.png', makePng(1024, 1024)));
    const { chatId } = await exchangeWith(driver, null, 'What is this?', [image]);
    const legacy = {
      ...BLIND,
      contextWindow: 200,
      reservedTokens: 16,
      transcriptRule: defaultTranscriptRule,
    };
    expect(await estimate(driver, chatId, legacy)).toMatchObject({ omittedCount: 0, imagesLeftOut: 1 });
    const { transcript } = await driver.begin({ kind: 'send', chatId, text: 'And now?' }, { rule: legacy });
    expect(transcript).toContain('What is this?');
  });
});
