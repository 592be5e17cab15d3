import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../main/backstage/history/spending';
import type { BegunTurn, TurnRequest } from '../../../main/backstage/protocol';
import type { Usage } from '../../../preload/contract/history';
import { costOf, type ModelPrice } from '../../../preload/contract/price';
import { NO_FACTS, RULE } from '../../support/turn-facts';
import { type Driver, first, OPTIONS, openDriver, requestFor } from './support';

const PRICE: ModelPrice = { input: 2.5, cachedInput: 1.25, cacheWrite: null, output: 10, long: null };
const USAGE: Usage = { promptTokens: 1000, completionTokens: 200, totalTokens: 1200 };
const ONE_REQUEST = costOf(PRICE, USAGE);
const TIMINGS = { headersMs: 1, firstTokenMs: 2, totalMs: 3 };
const JULY = new Date(2026, 6, 31, 23, 59).getTime();
const AUGUST = new Date(2026, 7, 1, 0, 1).getTime();

const asking = (changes: Partial<TurnRequest> = {}): TurnRequest => ({
  origin: { kind: 'send', chatId: null, text: 'q' },
  options: OPTIONS,
  endpointId: 'demo',
  rule: { ...RULE, replyBound: 1000 },
  request: requestFor(OPTIONS),
  price: PRICE,
  ...changes,
});

/** What `asking` can cost at most: "q" is one token, its message 5, its priming 3. */
const WORST = costOf(PRICE, { promptTokens: 8, completionTokens: 1000 });

const end = (driver: Driver, { answers }: BegunTurn, usage: Usage | null, text = 'a') =>
  driver.finish(first(answers).id, text, { facts: { ...NO_FACTS, usage, timings: TIMINGS } });

describe('spending', () => {
  it('counts a request in the month in which it was asked, local time, and keeps months apart', async () => {
    let now = JULY;
    const { driver } = await openDriver(() => now);
    const turn = await driver.call('turn.begin', asking());
    now = AUGUST;
    await end(driver, turn, USAGE);
    await end(driver, await driver.call('turn.begin', asking()), USAGE);
    await end(driver, await driver.call('turn.begin', asking()), USAGE);
    expect(await driver.call('spending.list', null)).toEqual([
      { month: '2026-08', usd: 2 * ONE_REQUEST, unpriced: 0 },
      { month: '2026-07', usd: ONE_REQUEST, unpriced: 0 },
    ]);
    expect(monthOf(JULY)).toBe('2026-07');
  });

  it('tells the present month although nothing was spent in it', async () => {
    const { driver } = await openDriver(() => AUGUST);
    expect(await driver.call('spending.list', null)).toEqual([{ month: '2026-08', usd: 0, unpriced: 0 }]);
  });

  it('keeps what was spent when the chat is deleted', async () => {
    const { driver } = await openDriver(() => AUGUST);
    const turn = await driver.call('turn.begin', asking());
    await driver.call('chat.delete', { chatId: turn.opened.chat.id });
    await end(driver, turn, USAGE);
    expect((await driver.call('spending.list', null))[0]?.usd).toBe(ONE_REQUEST);
  });

  it('counts an answer once however often its last write is made', async () => {
    const { driver } = await openDriver(() => AUGUST);
    const turn = await driver.call('turn.begin', asking());
    await end(driver, turn, USAGE);
    await end(driver, turn, USAGE);
    expect((await driver.call('spending.list', null))[0]?.usd).toBe(ONE_REQUEST);
  });

  it('estimates what a reply without usage has cost, and says so', async () => {
    const { driver } = await openDriver(() => AUGUST);
    await end(driver, await driver.call('turn.begin', asking()), null, 'x'.repeat(400));
    expect(await driver.call('spending.list', null)).toEqual([
      { month: '2026-08', usd: costOf(PRICE, { promptTokens: 8, completionTokens: 100 }), unpriced: 1 },
    ]);
  });

  it('counts a request of unknown price as such, but not one to the demo, which is free', async () => {
    const { driver } = await openDriver(() => AUGUST);
    await end(driver, await driver.call('turn.begin', asking({ price: null, endpointId: 'x' })), USAGE);
    await end(driver, await driver.call('turn.begin', asking({ price: null })), USAGE);
    expect(await driver.call('spending.list', null)).toEqual([{ month: '2026-08', usd: 0, unpriced: 1 }]);
  });
});

describe('the monthly limit', () => {
  it('lets a request through that just fits, and refuses one that could cost a cent more, writing nothing', async () => {
    const { driver } = await openDriver(() => AUGUST);
    await driver.call('draft.save', { chatId: null, text: 'q', options: null, attachments: [] });
    const error = await driver.error('turn.begin', asking({ monthlyLimitUsd: WORST - 1e-9 }));
    expect(error.code).toBe('chat.spendingLimit');
    expect(error.detail).toEqual({
      limitUsd: WORST - 1e-9,
      spentUsd: 0,
      pendingUsd: 0,
      requestUsd: WORST,
    });
    expect((await driver.call('chat.page', { cursor: null, limit: 9 })).chats).toEqual([]);
    expect((await driver.call('draft.read', { chatId: null }))?.text).toBe('q');
    await driver.call('turn.begin', asking({ monthlyLimitUsd: WORST }));
  });

  it('holds against it what was spent this month, not before', async () => {
    let now = JULY;
    const { driver } = await openDriver(() => now);
    await end(driver, await driver.call('turn.begin', asking()), USAGE);
    const limited = asking({ monthlyLimitUsd: WORST + ONE_REQUEST / 2 });
    expect((await driver.error('turn.begin', limited)).detail).toMatchObject({ spentUsd: ONE_REQUEST });
    now = AUGUST;
    await driver.call('turn.begin', limited);
  });

  it('holds against it what still streams, once per request however many answers it has', async () => {
    const { driver } = await openDriver(() => AUGUST);
    const options = { ...OPTIONS, params: { n: 3 } };
    const three = asking({ options, request: requestFor(options) });
    await driver.call('turn.begin', three);
    const worstOfThree = costOf(PRICE, { promptTokens: 8, completionTokens: 3000 });
    const error = await driver.error('turn.begin', asking({ monthlyLimitUsd: worstOfThree }));
    expect(error.detail?.pendingUsd).toBeCloseTo(worstOfThree, 12);
    await driver.call('turn.begin', asking({ monthlyLimitUsd: worstOfThree + WORST + 1e-9 }));
  });

  it('adds up all requests of a comparison', async () => {
    const { driver } = await openDriver(() => AUGUST);
    const { origin, ...variant } = asking();
    const compare = { origin, chatOptions: OPTIONS, variants: [variant, variant] };
    const error = await driver.error('turn.compare', { ...compare, monthlyLimitUsd: 1.5 * WORST });
    expect(error.detail?.requestUsd).toBeCloseTo(2 * WORST, 12);
    await driver.call('turn.compare', { ...compare, monthlyLimitUsd: 2 * WORST + 1e-9 });
  });

  it('refuses to make a request once more that could pass it', async () => {
    const { driver } = await openDriver(() => AUGUST);
    const turn = await driver.call('turn.begin', asking());
    await end(driver, turn, USAGE);
    const target = { chatId: turn.opened.chat.id, messageId: first(turn.answers).id };
    const error = await driver.error('turn.repeat', { ...target, monthlyLimitUsd: WORST });
    expect(error.code).toBe('chat.spendingLimit');
    await driver.call('turn.repeat', { ...target, monthlyLimitUsd: WORST + ONE_REQUEST + 1e-9 });
  });

  it('lets through what nobody knows the price or the bound of', async () => {
    const { driver } = await openDriver(() => AUGUST);
    await driver.call('turn.begin', asking({ monthlyLimitUsd: 0, price: null }));
    const rule = { ...RULE, replyBound: null };
    await driver.call('turn.begin', asking({ monthlyLimitUsd: 0, rule }));
  });
});
