import { expect, it } from 'vitest';
import { costText, priceText } from '../../../renderer/i18n/money';

it.each([
  [2.5, '$2.50'],
  [0.075, '$0.075'],
  [0.0001, '$0.0001'],
  [150, '$150.00'],
])('a price of %d dollars is told exactly', (usd, text) => {
  expect(priceText('en', usd)).toBe(text);
});

it.each([
  [0, '$0.00'],
  [0.0000001, '<$0.0001'],
  [0.00034, '$0.00034'],
  [0.01234, '$0.012'],
  [0.1234, '$0.12'],
  [12.345, '$12.35'],
])('a cost of %d dollars is told with the digits that matter and never as 0', (usd, text) => {
  expect(costText('en', usd)).toBe(text);
});

it('names the currency where a bare $ could be another one', () => {
  expect(costText('zh-CN', 1.5)).toBe('$1.50');
});
