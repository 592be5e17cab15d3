import { describe, expect, it } from 'vitest';
import type { PlanCost } from '../../../main/backstage/tokens/plan-context';
import { planContext } from '../../../main/backstage/tokens/plan-context';

const plain = (tokens: number): PlanCost => ({ tokens, isKept: false, needsOlder: false });
const kept = (tokens: number): PlanCost => ({ tokens, isKept: true, needsOlder: false });
const result = (tokens: number): PlanCost => ({ tokens, isKept: false, needsOlder: true });

const planOf = (costs: readonly PlanCost[], budget: number | null, newestMustFit = true) =>
  planContext({ costs, fixed: 3, budget, newestMustFit });

const plan = (costs: readonly number[], budget: number | null, newestMustFit = true, fixed = 3) =>
  planContext({ costs: costs.map(plain), fixed, budget, newestMustFit });

describe('planContext', () => {
  it('sends everything that fits exactly and nothing that is one token too long', () => {
    expect(plan([10, 20], 33)).toEqual({
      sentCount: 2,
      keptAt: [],
      promptTokens: 33,
      fits: true,
      isFull: false,
    });
    expect(plan([10, 20], 32)).toMatchObject({ sentCount: 1, promptTokens: 13, fits: true, isFull: true });
  });

  it('does not jump over a long message to an older short one', () => {
    expect(plan([10, 100, 1], 50)).toMatchObject({ sentCount: 1, promptTokens: 13, isFull: true });
  });

  it('does not fit when the newest message, or the system prompt alone, is too long', () => {
    expect(plan([48, 1], 50)).toMatchObject({ sentCount: 1, promptTokens: 51, fits: false, isFull: true });
    expect(plan([1], 50, true, 60)).toMatchObject({ promptTokens: 61, fits: false });
    expect(plan([], 50, false, 60)).toMatchObject({ promptTokens: 60, fits: false });
  });

  it('may leave out everything while nothing is typed', () => {
    expect(plan([48], 50, false)).toMatchObject({ sentCount: 0, promptTokens: 3, fits: true, isFull: true });
  });

  it('leaves nothing out when the window is not known', () => {
    expect(plan([1e9, 1e9], null)).toMatchObject({ sentCount: 2, fits: true, isFull: false });
  });

  it('does not fit into a window that the reply takes whole', () => {
    expect(plan([1], 0)).toMatchObject({ fits: false });
    expect(plan([1], -5)).toMatchObject({ fits: false });
  });

  it('keeps pinned messages however old they are, and makes room for them first', () => {
    // Without the pinned one, two of the plain ones would fit.
    expect(planOf([plain(10), plain(10), plain(10), kept(15)], 38)).toEqual({
      sentCount: 2,
      keptAt: [3],
      promptTokens: 38,
      fits: true,
      isFull: true,
    });
    expect(planOf([plain(10), plain(10), plain(10), kept(15)], 37)).toMatchObject({
      sentCount: 1,
      keptAt: [3],
    });
  });

  it('counts a pinned message among the newest once', () => {
    expect(planOf([plain(10), kept(10), plain(100)], 40)).toMatchObject({
      sentCount: 2,
      keptAt: [],
      promptTokens: 23,
    });
  });

  it('does not fit when the pinned messages alone are too long', () => {
    expect(planOf([plain(10), kept(50)], 50)).toMatchObject({ fits: false, promptTokens: 63 });
  });

  it('does not send the result of a call without its call: servers refuse that', () => {
    // question, result, result, call: the call does not fit, so neither do its results.
    expect(planOf([plain(10), result(5), result(5), plain(100)], 50)).toMatchObject({
      sentCount: 1,
      promptTokens: 13,
    });
    expect(planOf([result(5), result(5), plain(20)], 50)).toMatchObject({ sentCount: 3 });
  });
});
