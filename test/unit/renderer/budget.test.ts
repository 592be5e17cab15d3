import { describe, expect, it } from 'vitest';
import { withTokens } from '../../../renderer/features/budget/bias-lines';
import { parseDollars } from '../../../renderer/features/budget/dollars';

describe('the monthly limit', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['5', 5],
    ['$5', 5],
    ['0', 0],
    ['12.50', 12.5],
    ['１２．５', 12.5],
    ['1000000', 1_000_000],
  ])('is read as it is typed: "%s"', (typed, amount) => {
    expect(parseDollars(typed)).toBe(amount);
  });

  it.each(['five', '-1', '1,5', '1000001', '1e3', '5 $', 'NaN'])('is not guessed from "%s"', (typed) => {
    expect(parseDollars(typed)).toBeUndefined();
  });
});

describe('tokens added to the biases', () => {
  it('leave what stands there as it is, and stand there once', () => {
    expect(withTokens('13225: 5\n\n220：-1', [220, 13225, 7, 7])).toBe('13225: 5\n220：-1\n7: -100');
    expect(withTokens('', [7])).toBe('7: -100');
  });
});
