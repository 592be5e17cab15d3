import { describe, expect, it } from 'vitest';
import type { CompareChoice } from '../../../renderer/features/compare/compare-choice';
import { choiceOf, firstChoice, readChoice } from '../../../renderer/features/compare/compare-choice';
import type { ComparedParam } from '../../../renderer/features/compare/compared-param';

const OPTIONS = { model: 'm', params: { temperature: 0.5, seed: 7 } };

const values = (param: ComparedParam, text: string): CompareChoice => ({
  ...firstChoice('m'),
  by: 'setting',
  param,
  texts: { [param]: text },
});

const paramsOf = (choice: CompareChoice) => {
  const read = readChoice(choice, OPTIONS, []);
  return read.ok ? read.variants.map(({ options }) => options.params) : read.problem;
};

describe('a choice of models', () => {
  it('asks each with the settings of the chat', () => {
    const read = readChoice({ ...firstChoice('m'), models: ['a', 'b'] }, OPTIONS, []);
    expect(read).toEqual({
      ok: true,
      variants: [
        { name: 'a', options: { ...OPTIONS, model: 'a' } },
        { name: 'b', options: { ...OPTIONS, model: 'b' } },
      ],
    });
  });

  it.each([
    [['a'], 'tooFew'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], 'tooMany'],
  ])('of %j cannot be asked', (models, kind) => {
    expect(readChoice({ ...firstChoice('m'), models }, OPTIONS, [])).toEqual({
      ok: false,
      problem: { kind },
    });
  });
});

describe('a choice of values', () => {
  it('changes the one setting and leaves the others', () => {
    expect(paramsOf(values('temperature', '0\n\n 0.7 \n１．２'))).toEqual([
      { temperature: 0, seed: 7 },
      { temperature: 0.7, seed: 7 },
      { temperature: 1.2, seed: 7 },
    ]);
  });

  it('can leave a setting out', () => {
    expect(paramsOf(values('reasoningEffort', '-\nhigh'))).toEqual([
      OPTIONS.params,
      { ...OPTIONS.params, reasoningEffort: 'high' },
    ]);
  });

  it('takes prompts of several lines, with a line between them', () => {
    expect(paramsOf(values('systemPrompt', 'Be brief.\n\nNo lists.\n ---\nBe long.\n'))).toEqual([
      { ...OPTIONS.params, systemPrompt: 'Be brief.\n\nNo lists.' },
      { ...OPTIONS.params, systemPrompt: 'Be long.' },
    ]);
  });

  it.each([
    ['temperature', '0\nhot', { kind: 'notANumber', name: 'hot', line: 2 }],
    ['temperature', '3\n1', { kind: 'outOfRange', name: '3', line: 1 }],
    ['seed', '1\n1.5', { kind: 'notWhole', name: '1.5', line: 2 }],
    ['verbosity', 'low\nloud', { kind: 'unknownValue', name: 'loud', line: 2 }],
    ['temperature', '1\n1.0', { kind: 'twice', name: '1' }],
    ['topP', '0.5', { kind: 'tooFew' }],
  ] as const)('of %s %j says what is wrong', (param, text, problem) => {
    expect(paramsOf(values(param, text))).toEqual(problem);
  });

  it('of a setting that the model does not take is not asked', () => {
    expect(readChoice(values('temperature', '0\n1'), OPTIONS, ['temperature'])).toEqual({
      ok: false,
      problem: { kind: 'unsupported' },
    });
  });
});

describe('an earlier comparison', () => {
  it.each([
    ['models', { ...firstChoice('m'), models: ['a', 'b', 'm'] }],
    ['numbers', values('temperature', '0\n1')],
    ['a word that is not sent', values('verbosity', '-\nlow')],
    ['prompts', values('systemPrompt', 'One.\nTwo.\n---\nThree.')],
  ])('of %s is offered again as it was', (_, choice) => {
    const read = readChoice(choice, { model: 'm', params: {} }, []);
    const asked = read.ok ? read.variants.map(({ options }) => options) : [];
    expect(choiceOf(asked, 'm')).toEqual(choice);
  });

  it('that cannot be told offers nothing', () => {
    expect(choiceOf([], 'm')).toBeNull();
  });
});
