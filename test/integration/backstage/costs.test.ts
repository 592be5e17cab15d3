import path from 'node:path';
import { expect, it } from 'vitest';
import { openHistory } from '../../../main/backstage/database/open-history';
import { messageTree } from '../../../main/backstage/migrations/0001-message-tree';
import type { BegunTurn } from '../../../main/backstage/protocol';
import type { Usage } from '../../../preload/contract/history';
import { costOf, type ModelPrice } from '../../../preload/contract/price';
import { NO_FACTS } from '../../support/turn-facts';
import { type Driver, first, KEY, OPTIONS, openDriver, temporaryFolder } from './support';

const PRICE: ModelPrice = { input: 2.5, cachedInput: 1.25, cacheWrite: null, output: 10, long: null };
const USAGE: Usage = { promptTokens: 1000, completionTokens: 200, totalTokens: 1200 };
const ONE_REQUEST = costOf(PRICE, USAGE);
const TIMINGS = { headersMs: 1, firstTokenMs: 2, totalMs: 3 };

const costOfChat = async (driver: Driver, chatId: string) =>
  (await driver.call('chat.open', { chatId, limit: 1 })).chat.cost;

const ask = (driver: Driver, chatId: string | null, price: ModelPrice | null, n = 1): Promise<BegunTurn> =>
  driver.begin(
    { kind: 'send', chatId, text: 'q' },
    { price, options: { ...OPTIONS, params: n === 1 ? {} : { n } } },
  );

const end = async (
  driver: Driver,
  turn: BegunTurn,
  usage: Usage | null,
  timings = TIMINGS,
): Promise<void> => {
  for (const { id } of turn.answers) await driver.finish(id, 'a', { facts: { ...NO_FACTS, usage, timings } });
};

it('a chat costs what its requests cost, and several answers of one request are paid once', async () => {
  const { driver } = await openDriver();
  const turn = await ask(driver, null, PRICE, 3);
  const chatId = turn.opened.chat.id;
  expect(await costOfChat(driver, chatId)).toBeNull();
  await end(driver, turn, USAGE);
  expect((await costOfChat(driver, chatId))?.usd).toBeCloseTo(ONE_REQUEST, 12);
  // A last write that is made again after a restart is no second bill.
  await end(driver, turn, USAGE);
  await end(driver, await ask(driver, chatId, PRICE), USAGE);
  const cost = await costOfChat(driver, chatId);
  expect(cost?.usd).toBeCloseTo(2 * ONE_REQUEST, 12);
  expect(cost?.isWhole).toBe(true);
});

it('a request of unknown price or usage makes the sum a least one, and alone shows none instead of 0', async () => {
  const { driver } = await openDriver();
  const turn = await ask(driver, null, null);
  const chatId = turn.opened.chat.id;
  await end(driver, turn, USAGE);
  expect(await costOfChat(driver, chatId)).toBeNull();
  await end(driver, await ask(driver, chatId, PRICE), USAGE);
  expect((await costOfChat(driver, chatId))?.isWhole).toBe(false);
});

it('a stopped reply has cost something unknown, a refused request nothing', async () => {
  const { driver } = await openDriver();
  const turn = await ask(driver, null, PRICE);
  const chatId = turn.opened.chat.id;
  await end(driver, turn, USAGE);
  const refused = await ask(driver, chatId, PRICE);
  await driver.finish(first(refused.answers).id, '', { status: 'failed' });
  expect((await costOfChat(driver, chatId))?.isWhole).toBe(true);
  const stopped = await ask(driver, chatId, PRICE);
  await driver.finish(first(stopped.answers).id, 'half', {
    status: 'stopped',
    facts: { ...NO_FACTS, timings: TIMINGS },
  });
  expect(await costOfChat(driver, chatId)).toEqual({ usd: ONE_REQUEST, isWhole: false });
});

it('a reply cut by the end of the app has cost something unknown', async () => {
  const { driver, file } = await openDriver();
  const turn = await ask(driver, null, PRICE);
  const chatId = turn.opened.chat.id;
  await end(driver, turn, USAGE);
  const cut = await ask(driver, chatId, PRICE);
  await driver.call('turn.journal', {
    pieces: [{ messageId: first(cut.answers).id, channel: 'text', offset: 0, text: 'ha' }],
  });
  await driver.call('history.close', null);
  await driver.call('history.open', { file, keyHex: KEY, liveMessageIds: [] });
  expect((await costOfChat(driver, chatId))?.isWhole).toBe(false);
});

it('an answer keeps the price it was asked at', async () => {
  const { driver } = await openDriver();
  const turn = await ask(driver, null, PRICE);
  await end(driver, turn, USAGE);
  const opened = await driver.call('chat.open', { chatId: turn.opened.chat.id, limit: 1 });
  expect(opened.transcript.entries[0]?.message.answer).toMatchObject({ price: PRICE, usage: USAGE });
});

it('a history from before costs were kept opens with its chats, of unknown cost', async () => {
  const file = path.join(temporaryFolder(), 'history.db');
  const { database } = openHistory(file, KEY, [messageTree]);
  const chatId = '018f0000-0000-7000-8000-000000000000';
  database.write((writer) =>
    writer.run('INSERT INTO chats (id, title, created_at, updated_at, options) VALUES (?, ?, 1, 1, ?)', [
      chatId,
      'old',
      JSON.stringify(OPTIONS),
    ]),
  );
  database.close();
  const { driver } = await openDriver(undefined, file);
  expect((await driver.call('chat.page', { cursor: null, limit: 9 })).chats).toMatchObject([
    { id: chatId, title: 'old', cost: null },
  ]);
});
