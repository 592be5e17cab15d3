import { legacyParams, modelGroups, type OfferedModel, unknownFacts } from '../../../preload/contract/models';

/** Models that are offered under one heading. */
export interface ModelGroup {
  readonly value: OfferedModel['group'] | 'typed';
  readonly items: readonly OfferedModel[];
}

/** The groups that have models, in the order of the contract; inside a group the order is main's. */
export const inGroups = (models: readonly OfferedModel[]): readonly ModelGroup[] =>
  modelGroups
    .map((value) => ({ value, items: models.filter(({ group }) => group === value) }))
    .filter(({ items }) => items.length > 0);

/** The models to search in: those that the server does not list only once something is searched for, or chosen. */
export const searchedModels = (
  models: readonly OfferedModel[],
  query: string,
  chosen: readonly string[],
): readonly OfferedModel[] =>
  query.trim() === ''
    ? models.filter(({ id, group }) => group !== 'unlisted' || chosen.includes(id))
    : models;

/** True when every word typed is in the model's id or in a name it stands or stood for. */
export const isFoundBy = ({ id, aliasOf, formerly }: OfferedModel, query: string): boolean => {
  const names = `${id} ${aliasOf ?? ''} ${formerly?.aliasOf ?? ''}`.toLowerCase();
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
};

/** Nothing is known of a model that no list names; its id is all that is sent. */
const unlisted = (id: string): OfferedModel => ({
  id,
  group: 'other',
  ...unknownFacts,
  unsupported: legacyParams,
});

/** Ids are at most this long in the contract. */
const MAX_ID_LENGTH = 200;

/**
 * The typed text as a model of its own group, where no model has just this id: a deployment's name, or a server that
 * lists nothing. None for empty and overlong text.
 */
export const typedGroup = (models: readonly OfferedModel[], query: string): readonly ModelGroup[] => {
  const id = query.normalize('NFKC').trim();
  if (id === '' || id.length > MAX_ID_LENGTH || models.some((model) => model.id === id)) return [];
  return [{ value: 'typed', items: [unlisted(id)] }];
};
