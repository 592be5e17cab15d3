import { Dialog } from '@base-ui/react/dialog';
import type { TFunction } from 'i18next';
import { type FormEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelInfo } from '../../../preload/contract/models';
import {
  encodingNames,
  MAX_MODEL_TOKENS,
  MAX_PRICE,
  modelEndpoints,
} from '../../../preload/contract/own-facts';
import { setOwnFacts } from '../../actions/options';
import { useApp } from '../../stores/app-store';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { TextField } from '../../ui/field';
import { useKeptState } from '../../ui/use-kept-state';
import styles from './facts-dialog.module.css';
import { draftOf, type NumberFact, readDraft } from './facts-draft';

/** A select box cannot hold an empty value. */
const NOT_SET = 'notSet';

const encodingOptions = (leaveIt: string) => [
  { value: NOT_SET, label: leaveIt },
  ...encodingNames.map((name) => ({ value: name, label: name })),
];

const endpointOptions = (t: TFunction) => [
  { value: NOT_SET, label: t('facts.encodingLeft') },
  ...modelEndpoints.map((name) => ({ value: name, label: t(`models.endpoint.${name}`) })),
];

/** What Parlance would use if the field stayed empty, as far as it is not hidden by what is set. */
const knownNumber = (model: ModelInfo, name: NumberFact): number | null => {
  if (name === 'contextWindow' || name === 'maxOutput')
    return model.setByYou.includes(name) ? null : model[name];
  return model.setByYou.includes('price') ? null : (model.price?.[name] ?? null);
};

interface FactsDialogProps {
  readonly model: ModelInfo;
  /** What takes the focus afterwards. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Where a person says what a model can and costs. Mounted only while it is open. */
export const FactsDialog = ({ model, anchor, onClose }: FactsDialogProps) => {
  const { t, i18n } = useTranslation();
  const own = useApp(({ settings }) => settings.modelFacts[model.id]);
  const [draft, setDraft, forget] = useKeptState(`facts ${model.id}`, draftOf(own));
  const [tried, setTried] = useState(false);
  const read = readDraft(draft);
  const { format } = new Intl.NumberFormat(i18n.language);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!(read.ok && (await setOwnFacts(model.id, read.facts)))) return;
    forget();
    onClose();
  };
  const field = (name: NumberFact, max: number, hint: string) => {
    const problem = read.ok || !tried ? undefined : read.problems[name];
    const known = knownNumber(model, name);
    return (
      <TextField
        label={t(`facts.${name}`)}
        hint={hint}
        inputMode="decimal"
        value={draft[name]}
        placeholder={known === null ? t('facts.notKnown') : String(known)}
        error={problem === undefined ? null : t(`facts.${problem}`, { max: format(max) })}
        alerts
        onText={(text) => setDraft({ ...draft, [name]: text })}
      />
    );
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} finalFocus={anchor}>
          <Dialog.Title className={styles.title}>{t('facts.title', { model: model.id })}</Dialog.Title>
          <Dialog.Description className={styles.hint}>{t('facts.hint')}</Dialog.Description>
          <form className={styles.form} onSubmit={(event) => void save(event)}>
            {field('contextWindow', MAX_MODEL_TOKENS, t('facts.tokens'))}
            {field('maxOutput', MAX_MODEL_TOKENS, t('facts.tokens'))}
            {field('input', MAX_PRICE, t('facts.dollars'))}
            {field('output', MAX_PRICE, t('facts.dollars'))}
            {field('cachedInput', MAX_PRICE, t('facts.dollars'))}
            <Choice
              label={t('facts.encoding')}
              value={draft.encoding === '' ? NOT_SET : draft.encoding}
              options={encodingOptions(t('facts.encodingLeft'))}
              onChoose={(chosen) => setDraft({ ...draft, encoding: chosen === NOT_SET ? '' : chosen })}
            />
            <Choice
              label={t('facts.endpoint')}
              value={draft.endpoint === '' ? NOT_SET : draft.endpoint}
              options={endpointOptions(t)}
              hint={t('facts.endpointHint')}
              onChoose={(chosen) => setDraft({ ...draft, endpoint: chosen === NOT_SET ? '' : chosen })}
            />
            <div className={styles.buttons}>
              <Button
                onClick={() => {
                  forget();
                  onClose();
                }}
              >
                {t('facts.cancel')}
              </Button>
              <Button type="submit" look="primary">
                {t('facts.save')}
              </Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
