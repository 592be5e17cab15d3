import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedModel } from '../../../preload/contract/models';
import { MAX_VARIANTS } from '../../../preload/contract/parameters';
import { useModels } from '../../stores/models-store';
import fieldStyles from '../../ui/field.module.css';
import { inGroups, isFoundBy, type ModelGroup, searchedModels, typedGroup } from '../models/model-groups';
import { shortFacts, warnings } from '../models/model-words';
import styles from './compare.module.css';

interface ModelBoxProps {
  readonly model: OfferedModel;
  readonly chosen: boolean;
  readonly full: boolean;
  readonly onChoose: (id: string, chosen: boolean) => void;
}

const ModelBox = ({ model, chosen, full, onChoose }: ModelBoxProps) => {
  const { t, i18n } = useTranslation();
  const factsId = useId();
  const facts = [...shortFacts(t, i18n.language, model), ...warnings(t, model)].join(' · ');
  return (
    <div className={styles.model}>
      <label>
        <input
          type="checkbox"
          checked={chosen}
          disabled={full && !chosen}
          aria-describedby={factsId}
          onChange={(event) => onChoose(model.id, event.target.checked)}
        />
        {model.id}
      </label>
      <span id={factsId} className={styles.facts}>
        {facts}
      </span>
    </div>
  );
};

/** The groups a search finds; chosen models that no list names stay to be unchosen. */
const groupsFor = (
  models: readonly OfferedModel[],
  chosen: readonly string[],
  query: string,
): readonly ModelGroup[] => {
  const unlisted = chosen
    .filter((id) => id !== query.trim())
    .flatMap((id) => typedGroup(models, id))
    .flatMap(({ items }) => items);
  const typed = typedGroup(models, query).flatMap(({ items }) => items);
  const known = inGroups(searchedModels(models, query, chosen).filter((model) => isFoundBy(model, query)));
  const others = [...typed, ...unlisted];
  return others.length === 0 ? known : [{ value: 'typed', items: others }, ...known];
};

interface ModelsTabProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Chooses several of the models that the picker offers. */
export const ModelsTab = ({ chosen, onChange }: ModelsTabProps) => {
  const { t } = useTranslation();
  const { models } = useModels();
  const [query, setQuery] = useState('');
  const groups = useMemo(() => groupsFor(models, chosen, query), [models, chosen, query]);
  const choose = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <>
      <input
        type="search"
        className={fieldStyles.input}
        placeholder={t('models.search')}
        aria-label={t('models.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every engine */}
      <div role="group" aria-label={t('compare.modelList')} className={styles.models}>
        {groups.map((group) => (
          <div key={group.value}>
            {group.value !== 'typed' && (
              <p className={styles.groupLabel}>{t(`models.group.${group.value}`)}</p>
            )}
            {group.items.map((model) => (
              <ModelBox
                key={model.id}
                model={model}
                chosen={chosen.includes(model.id)}
                full={chosen.length >= MAX_VARIANTS}
                onChoose={choose}
              />
            ))}
          </div>
        ))}
        {groups.length === 0 && <p className={styles.facts}>{t('models.none')}</p>}
      </div>
      <p className={styles.facts}>{t('compare.chosen', { count: chosen.length, max: MAX_VARIANTS })}</p>
    </>
  );
};
