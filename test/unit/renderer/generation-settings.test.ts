import { describe, expect, it } from 'vitest';
import { generationParams, reasoningEfforts } from '../../../preload/contract/parameters';
import {
  type NumberParam,
  numberParams,
  parseNumber,
  stepNumber,
} from '../../../renderer/features/generation-settings/number-param';
import { parseStops } from '../../../renderer/features/generation-settings/stop-sequences';
import { en } from '../../../renderer/locales/en';

describe('number fields', () => {
  it.each<[NumberParam, string, number | undefined]>([
    ['temperature', '', undefined],
    ['temperature', '  ', undefined],
    ['temperature', '0', 0],
    ['temperature', ' .7 ', 0.7],
    ['temperature', '０．５', 0.5],
    ['temperature', '０。５', 0.5],
    ['seed', '-42', -42],
    ['maxTokens', '1e3', 1000],
  ])('reads %s "%s" as %s', (name, typed, value) => {
    expect(parseNumber(name, typed)).toEqual({ ok: true, value });
  });

  it.each<[NumberParam, string, string]>([
    ['temperature', '3', 'outOfRange'],
    ['temperature', '-0.1', 'outOfRange'],
    ['temperature', 'hot', 'notANumber'],
    ['temperature', '0,7', 'notANumber'],
    ['temperature', '0x1', 'notANumber'],
    ['temperature', 'Infinity', 'notANumber'],
    ['n', '0', 'outOfRange'],
    ['n', '1.5', 'notWhole'],
    ['seed', '1e99', 'outOfRange'],
  ])('refuses %s "%s": %s', (name, typed, problem) => {
    expect(parseNumber(name, typed)).toEqual({ ok: false, problem });
  });

  it('has the ranges of the contract: what a field takes, main takes too', () => {
    for (const [name, { min, max, whole }] of Object.entries(numberParams)) {
      const step = whole ? 1 : 0.01;
      const taken = (value: number) => generationParams.safeParse({ [name]: value }).success;
      expect([name, taken(min), taken(max)]).toEqual([name, true, true]);
      expect([name, taken(min - step), taken(max + step)]).toEqual([name, false, false]);
    }
  });

  it('steps without rounding dust and stays in range', () => {
    expect(stepNumber('temperature', 0.2, 1)).toBe(0.3);
    expect(stepNumber('temperature', 2, 1)).toBe(2);
    expect(stepNumber('n', undefined, 1)).toBe(1);
    expect(stepNumber('presencePenalty', 0, -1)).toBe(-0.1);
  });
});

describe('stop sequences', () => {
  it('keeps spaces, which belong to a sequence, and drops empty lines', () => {
    expect(parseStops(' END\n\nSTOP ')).toEqual({ ok: true, value: [' END', 'STOP '] });
    expect(parseStops('\n')).toEqual({ ok: true, value: undefined });
  });

  it('refuses a fifth one and an endless one before the server does', () => {
    expect(parseStops('a\nb\nc\nd\ne')).toEqual({ ok: false, problem: 'tooManyStops' });
    expect(parseStops('x'.repeat(1001))).toEqual({ ok: false, problem: 'stopTooLong' });
  });
});

describe('reasoning effort', () => {
  it('offers every level of the contract', () => {
    expect(Object.keys(en.params.effort)).toEqual([...reasoningEfforts]);
  });
});
