import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../main/models/catalogue';
import {
  inGroups,
  isFoundBy,
  searchedModels,
  typedGroup,
} from '../../../renderer/features/models/model-groups';

const { listModels } = await loadCatalogue();
const models = listModels('openai', [{ id: 'house-model', shutdownDate: null }]);
const found = (query: string) => models.filter((model) => isFoundBy(model, query)).map(({ id }) => id);

it('every model is in exactly one group, and no group is empty', () => {
  const groups = inGroups(models);
  expect(groups.map(({ value }) => value)).toEqual(['server', 'deprecated', 'other']);
  expect(groups.flatMap(({ items }) => items)).toHaveLength(models.length);
  expect(inGroups([])).toEqual([]);
});

it('what the server does not list comes up only when searched for or chosen, with all that is known of it', () => {
  const ofServer = listModels('compatible', [{ id: 'house-model', shutdownDate: null }]);
  const shown = (query: string, chosen: readonly string[]) =>
    searchedModels(ofServer, query, chosen).map(({ id }) => id);
  expect(shown(' ', [])).toEqual(['house-model']);
  expect(shown('', ['gpt-4-32k'])).toEqual(['house-model', 'gpt-4-32k']);
  expect(shown('32k', [])).toContain('gpt-4-32k');
});

it('a model is found by what its name stands for and stood for, in any case, words in any order', () => {
  expect(found('GPT-3.5-turbo-0125')).toContain('gpt-3.5-turbo');
  expect(found('3.5-turbo-0613')).toEqual(expect.arrayContaining(['gpt-3.5-turbo', 'gpt-3.5-turbo-0613']));
  expect(found('  mini   5.4 ')).toContain('gpt-5.4-mini');
  expect(found('ｇｐｔ-4o-mini')).toContain('gpt-4o-mini');
  expect(found('gpt-4o zebra')).toEqual([]);
  expect(found('')).toHaveLength(models.length);
});

it('a name that no list has can be chosen as it is typed, one that a list has is not offered twice', () => {
  const [group] = typedGroup(models, '  My-Deployment ');
  expect(group?.items.map(({ id }) => id)).toEqual(['My-Deployment']);
  expect(group?.items.every((model) => isFoundBy(model, '  My-Deployment '))).toBe(true);
  expect(typedGroup([], 'gpt-4o')).toHaveLength(1);
  expect(['house-model', ' ', 'x'.repeat(201)].flatMap((text) => typedGroup(models, text))).toEqual([]);
});
