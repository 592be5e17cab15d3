import { modelGroups, type OfferedModel } from '../../../preload/contract/models';

/** Models that are offered under one heading. */
export interface ModelGroup {
  readonly value: OfferedModel['group'];
  readonly items: readonly OfferedModel[];
}

/** The groups that have models, in the order of the contract; inside a group the order is main's. */
export const inGroups = (models: readonly OfferedModel[]): readonly ModelGroup[] =>
  modelGroups
    .map((value) => ({ value, items: models.filter(({ group }) => group === value) }))
    .filter(({ items }) => items.length > 0);

/** True when every word typed is in the model's id or in a name it stands or stood for. */
export const isFoundBy = ({ id, aliasOf, formerly }: OfferedModel, query: string): boolean => {
  const names = `${id} ${aliasOf ?? ''} ${formerly?.aliasOf ?? ''}`.toLowerCase();
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
};
