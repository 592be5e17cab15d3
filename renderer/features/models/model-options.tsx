import { Combobox } from '@base-ui/react/combobox';
import { Check, Pencil, RotateCw, TriangleAlert } from 'lucide-react';
import { type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelInfo, OfferedModel } from '../../../preload/contract/models';
import { loadModels } from '../../actions/endpoints';
import { chooseModel } from '../../actions/options';
import { useModels } from '../../stores/models-store';
import { Button } from '../../ui/button';
import { inGroups, isFoundBy, type ModelGroup, searchedModels, typedGroup } from './model-groups';
import { modelFacts, shortFacts, warnings } from './model-words';
import styles from './models.module.css';

interface ModelOptionProps {
  readonly model: ModelInfo;
  /** True for what was typed and no list names. */
  readonly typed: boolean;
}

const ModelOption = ({ model, typed }: ModelOptionProps) => {
  const { t, i18n } = useTranslation();
  const warned = warnings(t, model).join(' · ');
  return (
    <Combobox.Item
      value={model}
      className={styles.option}
      aria-description={modelFacts(t, i18n.language, model).join(', ')}
    >
      <span className={styles.name}>{typed ? t('models.use', { model: model.id }) : model.id}</span>
      <Combobox.ItemIndicator className={styles.chosen}>
        <Check size={14} aria-hidden />
      </Combobox.ItemIndicator>
      <span className={styles.facts}>{shortFacts(t, i18n.language, model).join(' · ')}</span>
      {warned !== '' && (
        <span className={styles.warned}>
          <TriangleAlert size={12} aria-hidden />
          {warned}
        </span>
      )}
    </Combobox.Item>
  );
};

const ListNotLoaded = () => {
  const { t } = useTranslation();
  return (
    <div className={styles.failed}>
      <p>{t('models.notListed')}</p>
      <Button icon={<RotateCw size={14} aria-hidden />} onClick={() => void loadModels(true)}>
        {t('models.retry')}
      </Button>
    </div>
  );
};

const Group = ({ group }: { readonly group: ModelGroup }) => {
  const { t } = useTranslation();
  return (
    <Combobox.Group items={group.items} className={styles.group}>
      {group.value !== 'typed' && (
        <Combobox.GroupLabel className={styles.groupLabel}>
          {t(`models.group.${group.value}`)}
        </Combobox.GroupLabel>
      )}
      <Combobox.Collection>
        {(model: OfferedModel) => (
          <ModelOption key={model.id} model={model} typed={group.value === 'typed'} />
        )}
      </Combobox.Collection>
    </Combobox.Group>
  );
};

interface DescriptionProps {
  readonly model: ModelInfo;
  readonly onEdit: (model: ModelInfo) => void;
}

/** All that is known of one model, and the way to correct it. */
const Description = ({ model, onEdit }: DescriptionProps) => {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.description}>
      <p>
        <strong>{model.id}</strong> {modelFacts(t, i18n.language, model).join(' · ')}
      </p>
      <Button look="quiet" icon={<Pencil size={13} aria-hidden />} onClick={() => onEdit(model)}>
        {t('models.editFacts')}
      </Button>
    </div>
  );
};

interface ModelOptionsProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  /** The id of the model that will be asked; empty while it is not known. */
  readonly chosen: string;
  readonly onClose: () => void;
  readonly onEdit: (model: ModelInfo) => void;
}

/** The list of models with a search field. Mounted only while it is open. */
export const ModelOptions = ({ anchor, chosen, onClose, onEdit }: ModelOptionsProps) => {
  const { t } = useTranslation();
  const { models, phase } = useModels();
  const [query, setQuery] = useState('');
  const groups = useMemo(
    () => [...inGroups(searchedModels(models, query, [chosen])), ...typedGroup(models, query)],
    [models, query, chosen],
  );
  const current = models.find(({ id }) => id === chosen) ?? null;
  const [walkedTo, setWalkedTo] = useState<OfferedModel | null>(null);
  const described = walkedTo ?? current;
  const close = () => {
    onClose();
    anchor.current?.focus();
  };
  return (
    <Combobox.Root
      open
      items={groups}
      value={current}
      filter={isFoundBy}
      itemToStringLabel={({ id }: OfferedModel) => id}
      isItemEqualToValue={(a: OfferedModel, b: OfferedModel) => a.id === b.id}
      onInputValueChange={setQuery}
      onOpenChange={(open) => !open && close()}
      onValueChange={(model) => model !== null && chooseModel(model.id)}
      // Not by the pointer: on its way to the button it passes over other models.
      onItemHighlighted={(model, { reason }) => {
        if (reason === 'keyboard' && model !== undefined) setWalkedTo(model);
      }}
    >
      <Combobox.Portal>
        <Combobox.Positioner
          anchor={anchor}
          side="top"
          align="start"
          sideOffset={8}
          className={styles.positioner}
        >
          <Combobox.Popup className={styles.popup} aria-label={t('models.model')}>
            <Combobox.Input
              className={styles.search}
              placeholder={t('models.search')}
              aria-label={t('models.search')}
            />
            {phase === 'failed' && <ListNotLoaded />}
            <Combobox.Empty className={styles.none}>{phase === 'ready' && t('models.none')}</Combobox.Empty>
            <Combobox.List id="model-options" className={styles.list} aria-label={t('models.model')}>
              {(group: ModelGroup) => <Group key={group.value} group={group} />}
            </Combobox.List>
            {described !== null && <Description model={described} onEdit={onEdit} />}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
};
