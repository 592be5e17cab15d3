import { Dialog } from '@base-ui/react/dialog';
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
import { draftOf, type FactProblems, type FactsDraft, type NumberFact, readDraft } from './facts-draft';

/** A select box cannot hold an empty value. */
const NOT_SET = 'notSet';

interface NamedFactProps {
  readonly label: string;
  readonly hint?: string;
  /** Empty: not set. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

const NamedFact = ({ value, options, onChoose, ...text }: NamedFactProps) => {
  const { t } = useTranslation();
  return (
    <Choice
      {...text}
      value={value === '' ? NOT_SET : value}
      options={[{ value: NOT_SET, label: t('facts.encodingLeft') }, ...options]}
      onChoose={(chosen) => onChoose(chosen === NOT_SET ? '' : chosen)}
    />
  );
};

/** What Parlance would use if the field stayed empty, as far as it is not hidden by what is set. */
const knownNumber = (model: ModelInfo, name: NumberFact): number | null => {
  if (name === 'contextWindow' || name === 'maxOutput')
    return model.setByYou.includes(name) ? null : model[name];
  return model.setByYou.includes('price') ? null : (model.price?.[name] ?? null);
};

interface FactsFieldsProps {
  readonly model: ModelInfo;
  readonly draft: FactsDraft;
  /** What is wrong, by field; empty until it was tried to save. */
  readonly problems: FactProblems;
  readonly onChange: (draft: FactsDraft) => void;
}

const NumberFacts = ({ model, draft, problems, onChange }: FactsFieldsProps) => {
  const { t, i18n } = useTranslation();
  const { format } = new Intl.NumberFormat(i18n.language);
  const field = (name: NumberFact, max: number, hint: string) => {
    const problem = problems[name];
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
        onText={(text) => onChange({ ...draft, [name]: text })}
      />
    );
  };
  return (
    <>
      {field('contextWindow', MAX_MODEL_TOKENS, t('facts.tokens'))}
      {field('maxOutput', MAX_MODEL_TOKENS, t('facts.tokens'))}
      {field('input', MAX_PRICE, t('facts.dollars'))}
      {field('output', MAX_PRICE, t('facts.dollars'))}
      {field('cachedInput', MAX_PRICE, t('facts.dollars'))}
    </>
  );
};

const NamedFacts = ({ draft, onChange }: Pick<FactsFieldsProps, 'draft' | 'onChange'>) => {
  const { t } = useTranslation();
  return (
    <>
      <NamedFact
        label={t('facts.encoding')}
        value={draft.encoding}
        options={encodingNames.map((name) => ({ value: name, label: name }))}
        onChoose={(encoding) => onChange({ ...draft, encoding })}
      />
      <NamedFact
        label={t('facts.endpoint')}
        value={draft.endpoint}
        options={modelEndpoints.map((name) => ({ value: name, label: t(`models.endpoint.${name}`) }))}
        hint={t('facts.endpointHint')}
        onChoose={(endpoint) => onChange({ ...draft, endpoint })}
      />
    </>
  );
};

interface FactsDialogProps {
  readonly model: ModelInfo;
  /** What takes the focus afterwards. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Where a person says what a model can and costs. Mounted only while it is open. */
export const FactsDialog = ({ model, anchor, onClose }: FactsDialogProps) => {
  const { t } = useTranslation();
  const own = useApp(({ settings }) => settings.modelFacts[model.id]);
  const [draft, setDraft, forget] = useKeptState(`facts ${model.id}`, draftOf(own));
  const [tried, setTried] = useState(false);
  const read = readDraft(draft);
  const close = () => {
    forget();
    onClose();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.ok && (await setOwnFacts(model.id, read.facts))) close();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} finalFocus={anchor}>
          <Dialog.Title className={styles.title}>{t('facts.title', { model: model.id })}</Dialog.Title>
          <Dialog.Description className={styles.hint}>{t('facts.hint')}</Dialog.Description>
          <form className={styles.form} onSubmit={(event) => void save(event)}>
            <NumberFacts
              model={model}
              draft={draft}
              problems={read.ok || !tried ? {} : read.problems}
              onChange={setDraft}
            />
            <NamedFacts draft={draft} onChange={setDraft} />
            <div className={styles.buttons}>
              <Button onClick={close}>{t('facts.cancel')}</Button>
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
