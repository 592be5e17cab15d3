import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { integer } from '../../../main/backstage/database/row';
import { gptConversation, gptText } from '../../support/foreign-exports';
import { type Driver, first, KEY, openDriver } from '../backstage/support';
import { fileOf, importFiles } from './support';

/** An export of one chat of so many messages, each of some two thousand characters. */
const largeExport = (count: number): string => {
  const messages = Array.from({ length: count }, (_, at) => ({
    id: `m${at}`,
    parent: at === 0 ? null : `m${at - 1}`,
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: gptText(`**whale** ${'of the sea '.repeat(180)}${at}`),
    time: 1_700_000_000 + at,
  }));
  return fileOf('conversations.json', [gptConversation('large', messages)]);
};

/** Asks for the list again and again until the work has ended. @param onAnswer called at each answer */
const readMeanwhile = async (driver: Driver, work: Promise<unknown>, onAnswer: () => void): Promise<void> => {
  let isOver = false;
  const ended = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await driver.call('chat.page', { cursor: null, limit: 10 });
    onAnswer();
    await nextTurn();
  }
  await ended;
};

describe('while something is done with one huge chat', () => {
  it('a reader is answered before much of the file of an import was parsed', async () => {
    const { driver } = await openDriver();
    const source = largeExport(3000);
    const [parse, parsed] = [JSON.parse, { all: 0, sinceAnswer: 0, most: 0 }];
    vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
      parsed.all += text.length;
      parsed.sinceAnswer += text.length;
      parsed.most = Math.max(parsed.most, parsed.sinceAnswer);
      return parse(text);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    await readMeanwhile(driver, importFiles(driver, source), () => {
      parsed.sinceAnswer = 0;
    });
    expect(parsed.all).toBeGreaterThan(6_000_000);
    expect(parsed.most).toBeLessThan(1_000_000);
  }, 600_000);

  it('a reader is answered again and again before its page is drawn', async () => {
    const { driver } = await openDriver();
    const small = await driver.exchange(null, 'whale', 'shark');
    // Its code is loaded then.
    await driver.call('transfer.drawable', { chatId: small.opened.chat.id });
    await importFiles(driver, largeExport(150));
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 9 });
    const large = chats.find(({ title }) => title === 'Chat large');
    const draw = () => driver.call('transfer.drawable', { chatId: large?.id ?? '' });
    let answers = 0;
    await readMeanwhile(driver, draw(), () => {
      answers += 1;
    });
    // In one go it would be one.
    expect(answers).toBeGreaterThan(2);
  }, 600_000);

  it('a chat that comes back from a snapshot is written in slices, and seen once it is whole', async () => {
    const COUNT = 1500;
    const { driver, file } = await openDriver();
    await importFiles(driver, largeExport(COUNT));
    await driver.call('snapshot.make', { reason: 'manual' });
    const { name } = first(await driver.call('snapshot.list', { file, keyHex: KEY }));
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    const chatId = first(chats).id;
    await driver.call('chat.delete', { chatId });
    await driver.call('trash.remove', { chatIds: null });
    const beside = new Database(file, KEY);
    onTestFinished(() => beside.close());
    const written = () => integer(beside.first('SELECT count(*) AS count FROM messages') ?? {}, 'count');
    await expect.poll(written, { timeout: 20_000 }).toBe(0);
    const seen = new Set<number>();
    let isOver = false;
    const restoring = driver.call('snapshot.restoreChat', { name, chatId }).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const listed = (await driver.call('chat.page', { cursor: null, limit: 1 })).chats.length;
      const now = written();
      expect(listed === 0 || now === COUNT).toBe(true);
      seen.add(now);
      await nextTurn();
    }
    await restoring;
    expect([...seen].filter((now) => now > 0 && now < COUNT).length).toBeGreaterThan(0);
    const { transcript } = await driver.call('chat.open', { chatId, limit: 1 });
    expect(transcript.length).toBe(COUNT);
  }, 600_000);
});
