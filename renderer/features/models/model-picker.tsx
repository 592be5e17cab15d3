import { ChevronDown, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelInfo } from '../../../preload/contract/models';
import { loadModels } from '../../actions/endpoints';
import { modelOf, useAskedModelId, useModels } from '../../stores/models-store';
import { useView } from '../../stores/view-store';
import { tipOf } from '../../ui/tip';
import { useKeysOf } from '../../ui/use-keys-of';
import { modelFacts } from './model-words';
import styles from './models.module.css';

const ModelOptions = lazy(async () => ({ default: (await import('./model-options')).ModelOptions }));
const FactsDialog = lazy(async () => ({ default: (await import('./facts-dialog')).FactsDialog }));

/** Shows the chat's model and opens the list of models. */
export const ModelPicker = () => {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const [edited, setEdited] = useState<ModelInfo | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const model = useAskedModelId();
  const keys = useKeysOf('chooseModel');
  const info = useModels((list) => modelOf(list, model));
  const openList = () => {
    const { phase } = useModels.getState();
    if (phase === 'idle' || phase === 'failed') void loadModels(phase === 'failed');
    setOpen(true);
  };
  const calls = useView(({ modelCalls }) => modelCalls);
  const openCalled = useEffectEvent(openList);
  useEffect(() => {
    if (calls > 0) openCalled();
  }, [calls]);
  const edit = (chosen: ModelInfo) => {
    setOpen(false);
    setEdited(chosen);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        role="combobox"
        className={styles.picker}
        aria-label={t('models.model')}
        {...tipOf(info === null ? '' : modelFacts(t, i18n.language, info).join(', '), keys)}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? 'model-options' : undefined}
        onClick={openList}
      >
        <span>{model === '' ? t('models.default') : model}</span>
        {info !== null && info.deprecated !== null && <TriangleAlert size={13} aria-hidden />}
        <ChevronDown size={14} aria-hidden />
      </button>
      {open && (
        <Suspense>
          <ModelOptions anchor={button} chosen={model} onClose={() => setOpen(false)} onEdit={edit} />
        </Suspense>
      )}
      {edited !== null && (
        <Suspense>
          <FactsDialog model={edited} anchor={button} onClose={() => setEdited(null)} />
        </Suspense>
      )}
    </>
  );
};
