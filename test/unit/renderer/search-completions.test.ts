import { describe, expect, it } from 'vitest';
import { completionsOf } from '../../../renderer/features/search/completions';

const known = {
  models: ['gpt-5', 'openai/gpt-4o', 'deepseek-chat'],
  tags: ['Work', 'writing room'],
  folders: ['Garden', '旅行'],
  periods: ['yesterday', 'last-month'],
};
const offered = (query: string) => completionsOf(query, known).map((completion) => completion.query);

describe('what a query can go on with', () => {
  it('is an operator for its first letters, also of an exclusion, but not in the middle of a word or after it', () => {
    expect(offered('heron ro')).toEqual(['heron role:']);
    expect(offered('heron -MO')).toEqual(['heron -model:']);
    for (const query of ['', 'r', 'hero', 'zero', 'role ', '"ro', 'roles', 'x:'])
      expect(offered(query)).toEqual([]);
  });

  it('is a value behind an operator, until it is whole', () => {
    expect(offered('role:a')).toEqual(['role:assistant ']);
    expect(offered('heron has:')).toEqual([
      'heron has:code ',
      'heron has:image ',
      'heron has:file ',
      'heron has:reasoning ',
    ]);
    expect(offered('is:pinned')).toEqual([]);
    expect(offered('after:la')).toEqual(['after:last-month ']);
    expect(offered('nothing:')).toEqual([]);
  });

  it('is what the history has: models by any part of their ids, tags and folders', () => {
    expect(offered('model:gpt')).toEqual(['model:gpt-5 ', 'model:openai/gpt-4o ']);
    expect(offered('tag:W')).toEqual(['tag:Work ', 'tag:"writing room" ']);
    expect(offered('x tag:"writing r')).toEqual(['x tag:"writing room" ']);
    expect(offered('in:')).toEqual(['in:current ', 'in:Garden ', 'in:旅行 ']);
    expect(offered('in：旅')).toEqual(['in:旅行 ']);
  });

  it('is short, however much there is', () => {
    const models = Array.from({ length: 50 }, (_, at) => `model-${at}`);
    expect(completionsOf('model:', { ...known, models })).toHaveLength(6);
  });
});
