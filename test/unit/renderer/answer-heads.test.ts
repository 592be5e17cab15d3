import { expect, it } from 'vitest';
import type { Message } from '../../../preload/contract/history';
import type { GenerationParams } from '../../../preload/contract/parameters';
import { answerHeads } from '../../../renderer/stores/answer-heads';
import { begunTurn } from '../../support/memory-history';

const answer = (model: string, params: GenerationParams = {}): Message => {
  const [placeholder] = begunTurn('a', []).answers;
  if (!placeholder?.answer) throw new Error('no answer');
  return { ...placeholder, answer: { ...placeholder.answer, model, params } };
};

it('answers of several models are told apart by their model alone', () => {
  expect(answerHeads([answer('a', { seed: 1 }), answer('b', { seed: 1 })])).toEqual([
    { model: 'a', settings: [], number: null },
    { model: 'b', settings: [], number: null },
  ]);
});

it('answers of one model are told apart by the setting that differs, even where one does without it', () => {
  expect(answerHeads([answer('a', { temperature: 0 }), answer('a', { seed: 1, temperature: 1 })])).toEqual([
    {
      model: null,
      settings: [
        { name: 'temperature', value: 0 },
        { name: 'seed', value: undefined },
      ],
      number: null,
    },
    {
      model: null,
      settings: [
        { name: 'temperature', value: 1 },
        { name: 'seed', value: 1 },
      ],
      number: null,
    },
  ]);
});

it('several answers of one request among others are numbered', () => {
  expect(answerHeads([answer('a'), answer('a'), answer('b')]).map(({ number }) => number)).toEqual([
    1,
    2,
    null,
  ]);
});
