import { Combobox } from '@base-ui/react/combobox';
import { Check, RotateCw } from 'lucide-react';
import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelInfo } from '../../../preload/contract/models';
import { loadModels } from '../../actions/endpoints';
import { chooseModel } from '../../actions/options';
import { useModels } from '../../stores/models-store';
import { Button } from '../../ui/button';
import { inOfferOrder, modelFacts, shortFacts } from './model-words';
import styles from './models.module.css';

const ModelOption = ({ model }: { readonly model: ModelInfo }) => {
  const { t, i18n } = useTranslation();
  return (
    <Combobox.Item
      value={model}
      className={styles.option}
      disabled={model.endpoint === 'completions'}
      aria-description={modelFacts(t, i18n.language, model).join(', ')}
    >
      <span className={styles.name}>{model.id}</span>
      <Combobox.ItemIndicator className={styles.chosen}>
        <Check size={14} aria-hidden />
      </Combobox.ItemIndicator>
      <span className={styles.facts}>{shortFacts(t, i18n.language, model).join(' · ')}</span>
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

interface ModelOptionsProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  /** The id of the model that will be asked; empty while it is not known. */
  readonly chosen: string;
  readonly onClose: () => void;
}

/** The list of models with a search field. Mounted only while it is open. */
export const ModelOptions = ({ anchor, chosen, onClose }: ModelOptionsProps) => {
  const { t } = useTranslation();
  const { models, phase } = useModels();
  const offered = useMemo(() => inOfferOrder(models), [models]);
  const close = () => {
    onClose();
    anchor.current?.focus();
  };
  return (
    <Combobox.Root
      open
      items={offered}
      value={offered.find(({ id }) => id === chosen) ?? null}
      itemToStringLabel={({ id }) => id}
      isItemEqualToValue={(a, b) => a.id === b.id}
      onOpenChange={(open) => !open && close()}
      onValueChange={(model) => model !== null && chooseModel(model.id)}
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
              {(model: ModelInfo) => <ModelOption key={model.id} model={model} />}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
};
