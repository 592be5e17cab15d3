import { describe, expect, it } from 'vitest';
import { planContext } from '../../../main/backstage/tokens/plan-context';

const plan = (costs: readonly number[], budget: number | null, newestMustFit = true, fixed = 3) =>
  planContext({ costs, fixed, budget, newestMustFit });

describe('planContext', () => {
  it('sends everything that fits exactly and nothing that is one token too long', () => {
    expect(plan([10, 20], 33)).toEqual({ sentCount: 2, promptTokens: 33, fits: true, isFull: false });
    expect(plan([10, 20], 32)).toEqual({ sentCount: 1, promptTokens: 13, fits: true, isFull: true });
  });

  it('does not jump over a long message to an older short one', () => {
    expect(plan([10, 100, 1], 50)).toMatchObject({ sentCount: 1, promptTokens: 13, isFull: true });
  });

  it('does not fit when the newest message, or the system prompt alone, is too long', () => {
    expect(plan([48, 1], 50)).toEqual({ sentCount: 1, promptTokens: 51, fits: false, isFull: true });
    expect(plan([1], 50, true, 60)).toMatchObject({ promptTokens: 61, fits: false });
    expect(plan([], 50, false, 60)).toMatchObject({ promptTokens: 60, fits: false });
  });

  it('may leave out everything while nothing is typed', () => {
    expect(plan([48], 50, false)).toEqual({ sentCount: 0, promptTokens: 3, fits: true, isFull: true });
  });

  it('leaves nothing out when the window is not known', () => {
    expect(plan([1e9, 1e9], null)).toMatchObject({ sentCount: 2, fits: true, isFull: false });
  });

  it('does not fit into a window that the reply takes whole', () => {
    expect(plan([1], 0)).toMatchObject({ fits: false });
    expect(plan([1], -5)).toMatchObject({ fits: false });
  });
});
