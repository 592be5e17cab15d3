import { describe, expect, it } from 'vitest';
import {
  generationParams,
  reasoningEfforts,
  serviceTiers,
  verbosities,
} from '../../../preload/contract/parameters';
import { schemaProblem } from '../../../preload/contract/response-format';
import { parseBiases, showBiases } from '../../../renderer/features/generation-settings/logit-bias';
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
    ['n', '129', 'outOfRange'],
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

describe('levels', () => {
  it('has a name for every level of the contract', () => {
    const levels = new Set([...reasoningEfforts, ...verbosities, ...serviceTiers]);
    expect(new Set(Object.keys(en.params.level))).toEqual(levels);
  });
});

describe('logit bias', () => {
  it('reads one token per line and shows what it read', () => {
    const parsed = parseBiases('1734: -100\n\n 50256 :0.5\n9：3');
    expect(parsed).toEqual({ ok: true, value: { '9': 3, '1734': -100, '50256': 0.5 } });
    expect(showBiases(parsed.ok ? parsed.value : undefined)).toBe('9: 3\n1734: -100\n50256: 0.5');
    expect(parseBiases(' \n')).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['hello: 1', 'biasForm'],
    ['12: 101', 'biasForm'],
    ['12 5', 'biasForm'],
    ['012: 5', 'biasForm'],
    ['12: 5\n12: 6', 'biasTwice'],
    [Array.from({ length: 301 }, (_, id) => `${id}: 1`).join('\n'), 'tooManyBiases'],
  ])('refuses %j before the server does', (typed, problem) => {
    expect(parseBiases(typed)).toEqual({ ok: false, problem });
  });

  it('takes nothing that main would refuse', () => {
    const most = parseBiases(Array.from({ length: 300 }, (_, id) => `${id}: 100`).join('\n'));
    expect(most.ok && generationParams.safeParse({ logitBias: most.value }).success).toBe(true);
  });
});

describe('JSON schema', () => {
  it.each([
    ['{"type":"object"}', null],
    ['{"type":"object"', 'schemaNotJson'],
    ['', 'schemaNotJson'],
    ['[]', 'schemaNotObject'],
    ['null', 'schemaNotObject'],
    ['{"type":"string"}', 'schemaNotObject'],
    [`{"type":"object","title":"${'x'.repeat(200_000)}"}`, 'schemaTooLong'],
  ])('says what is wrong with %.30s', (text, problem) => {
    expect(schemaProblem(text)).toBe(problem);
  });

  it('does not let a broken schema past the contract', () => {
    const format = (schema: string) => ({ type: 'json_schema', name: 'a', strict: true, schema });
    const taken = (schema: string) => generationParams.safeParse({ responseFormat: format(schema) }).success;
    expect([taken('{"type":"object"}'), taken('{')]).toEqual([true, false]);
  });
});
