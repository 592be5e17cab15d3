import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { gptConversation, gptText } from '../../support/foreign-exports';
import { type Driver, first, openDriver } from '../backstage/support';
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
  });

  it('a reader is answered again and again before its page is drawn', async () => {
    const { driver } = await openDriver();
    await importFiles(driver, largeExport(400));
    const { chats } = await driver.call('chat.page', { cursor: null, limit: 1 });
    const draw = () => driver.call('transfer.drawable', { chatId: first(chats).id });
    // Its code is loaded then.
    await draw();
    let answers = 0;
    await readMeanwhile(driver, draw(), () => {
      answers += 1;
    });
    expect(answers).toBeGreaterThan(4);
  });
});
