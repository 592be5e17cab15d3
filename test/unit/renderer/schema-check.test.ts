import { describe, expect, it } from 'vitest';
import { GrowingCheck } from '../../../renderer/features/schema-check/growing-check';
import { readPartialJson } from '../../../renderer/features/schema-check/partial-json';
import { SchemaChecker, type SchemaState } from '../../../renderer/features/schema-check/schema-checker';
import { pathText } from '../../../renderer/features/schema-check/schema-words';

const SCHEMA = {
  type: 'object',
  properties: {
    title: { type: 'string', minLength: 3, maxLength: 12, pattern: '^[A-Z]' },
    level: { enum: ['low', 'high'] },
    count: { type: 'integer', minimum: 10 },
    steps: { type: 'array', minItems: 1, maxItems: 3, items: { $ref: '#/$defs/step' } },
    either: {
      anyOf: [{ type: 'null' }, { type: 'object', properties: { x: { type: 'number' } }, required: ['x'] }],
    },
  },
  required: ['title', 'steps'],
  additionalProperties: false,
  $defs: {
    step: {
      type: 'object',
      properties: { text: { type: 'string' }, steps: { type: 'array', items: { $ref: '#/$defs/step' } } },
      required: ['text'],
      additionalProperties: false,
    },
  },
} as const;

const checker = () => new SchemaChecker(structuredClone(SCHEMA) as never);
const check = (text: string): SchemaState => checker().check(text);
const breakOf = (text: string) => {
  const state = check(text);
  return state.kind === 'breaks' ? [pathText(state.at.path), state.at.keyword] : state.kind;
};

const GOOD = JSON.stringify({
  title: 'A "title" é',
  level: 'high',
  count: 12,
  steps: [{ text: '\u{1f600}\n', steps: [{ text: 'in' }] }, { text: 'b' }],
  either: { x: -1.5e3 },
});

describe('a reply that fits its schema', () => {
  it('never seems to break it, wherever it is cut: not even inside an escape', () => {
    const cut = Array.from({ length: GOOD.length }, (_, length) => check(GOOD.slice(0, length)));
    expect(cut.map(({ kind }) => kind)).toEqual(GOOD.split('').map(() => 'fits'));
    expect(cut.some((state) => state.kind === 'fits' && state.isWhole)).toBe(false);
    expect(check(GOOD)).toEqual({ kind: 'fits', isWhole: true });
    expect(check('{"title": "\\u00')).toEqual({ kind: 'fits', isWhole: false });
  });
});

describe('a reply that breaks its schema', () => {
  it.each([
    ['another kind of value', '{"title": 4', 'title', 'type'],
    ['a text where a list belongs', '{"steps": "', 'steps', 'type'],
    ['a property that is not allowed', '{"other": "x', '', 'additional'],
    ['a text that none of the values begins with', '{"level": "me', 'level', 'enum'],
    ['a text that is already too long', '{"title": "Abcdefghijklmn', 'title', 'maxLength'],
    ['a fourth step of three', '{"steps": [{"text":"a"},{"text":"b"},{"text":"c"},{', 'steps', 'maxItems'],
    ['a step without its text, once it is closed', '{"steps": [{"steps": []}, ', 'steps[0]', 'required'],
    [
      'deep inside a definition that names itself',
      '{"steps": [{"steps": [{"text": 1',
      'steps[0].steps[0].text',
      'type',
    ],
    ['a number too small, once it has ended', '{"count": 1,', 'count', 'minimum'],
    ['none of the alternatives', '{"either": "te', 'either', 'noMatch'],
    ['a text that does not match', '{"title": "abc",', 'title', 'pattern'],
    ['what is missing at the end', '{"steps": [{"text":"a"}]}', '', 'required'],
    ['a list that is empty', '{"title": "Abc", "steps": []', 'steps', 'minItems'],
  ])('is told at once: %s', (_, text, path, keyword) => {
    expect(breakOf(text)).toEqual([path, keyword]);
  });

  it.each([
    ['a number that may grow', '{"count": 1'],
    ['a text that is still short', '{"title": "A'],
    ['what may still come', '{"steps": [{"steps": []'],
    ['an alternative that may still fit', '{"either": {"x"'],
    ['a word half written', '{"either": nu'],
  ])('is not told of before it is sure: %s', (_, text) => {
    expect(check(text)).toEqual({ kind: 'fits', isWhole: false });
  });

  it('names what is missing, not only where', () => {
    expect(check('{"title": "Abc"}')).toMatchObject({ at: { keyword: 'required', rule: 'steps' } });
    expect(check('{"other": 1}')).toMatchObject({ at: { keyword: 'additional', rule: 'other' } });
  });
});

describe('a reply that is no JSON', () => {
  it.each(['Sure! {"title"', '{"a" 1', '[1 2', '{"a": tru1', '{"a": "\\x', '{"a": 01', '{}}', '{,'])(
    'is told from one that is cut: %s',
    (text) => expect(readPartialJson(text)).toBeNull(),
  );

  it('nested ten thousand levels deep does not exhaust the stack', () => {
    expect(readPartialJson('['.repeat(10_000))).toBeNull();
  });
});

describe('a long reply', () => {
  it('is looked at so seldom that all looks together take time in proportion to its length', () => {
    let looked = 0;
    const growing = new GrowingCheck({
      check: (text) => {
        looked += text.length;
        return { kind: 'fits', isWhole: false };
      },
    });
    const whole = 'x'.repeat(100_000);
    for (let length = 1; length < whole.length; length += 5) growing.check(whole.slice(0, length), true);
    growing.check(whole, false);
    expect(looked).toBeLessThan(13 * whole.length);
  });

  it('is looked at whole when it has ended, and stays broken once it is', () => {
    const growing = new GrowingCheck(checker());
    growing.check(`{"other": ${'1'.repeat(40)}`, true);
    expect(growing.check(`{"other": ${'1'.repeat(41)}`, true).kind).toBe('breaks');
    expect(new GrowingCheck(checker()).check(GOOD, false)).toEqual({ kind: 'fits', isWhole: true });
  });
});
