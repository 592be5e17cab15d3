import { Dialog } from '@base-ui/react/dialog';
import { Tabs } from '@base-ui/react/tabs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import type { AppError } from '../../../preload/contract/result';
import { askAllAgain, sendToAll } from '../../actions/compare';
import { errorText } from '../../i18n/error-text';
import { gapAfter, sentences } from '../../i18n/sentences';
import { useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { unsupportedBy, useAskedModelId, useModels } from '../../stores/models-store';
import { focusMessageBox } from '../../stores/view-store';
import { Button } from '../../ui/button';
import { DialogFrame } from '../../ui/dialog-frame';
import { scrollTo } from '../../ui/scroll-to';
import { useNothingWritten } from '../composer/use-nothing-written';
import styles from './compare.module.css';
import type { CompareChoice, Variant } from './compare-choice';
import { readChoice } from './compare-choice';
import { keepChoice } from './compare-store';
import { ModelsTab } from './models-tab';
import { isOfValue, problemText } from './problem-text';
import { SettingTab } from './setting-tab';
import { VariantList } from './variant-list';

interface RefusedProps {
  readonly error: AppError;
  readonly variants: readonly Variant[];
}

const Refused = ({ error, variants }: RefusedProps) => {
  const { t } = useTranslation();
  const { what, fix, quote } = errorText(t, error);
  const { name } = variants[Number(error.detail?.variant)] ?? {};
  const title = name === undefined ? what : t('compare.refused', { name });
  return (
    <div ref={scrollTo} role="alert" className={styles.refused}>
      <p>
        <strong>{title}</strong>
        {gapAfter(title) + (name === undefined ? fix : sentences(what, fix))}
      </p>
      {quote !== null && <p>{quote}</p>}
    </div>
  );
};

interface ChoiceTabsProps {
  readonly choice: CompareChoice;
  /** What is wrong in the field of the values; null: nothing. */
  readonly error: string | null;
  readonly onChange: (choice: CompareChoice) => void;
}

/** By what the answers shall differ. */
const ChoiceTabs = ({ choice, error, onChange }: ChoiceTabsProps) => {
  const { t } = useTranslation();
  return (
    <Tabs.Root
      value={choice.by}
      onValueChange={(by: CompareChoice['by']) => onChange({ ...choice, by })}
      className={styles.tabs}
    >
      <Tabs.List className={styles.tabList}>
        <Tabs.Tab value="models">{t('compare.models')}</Tabs.Tab>
        <Tabs.Tab value="setting">{t('compare.parameter')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="models" className={styles.panel}>
        <ModelsTab chosen={choice.models} onChange={(models) => onChange({ ...choice, models })} />
      </Tabs.Panel>
      <Tabs.Panel value="setting" className={styles.panel}>
        <SettingTab choice={choice} error={error} onChange={onChange} />
      </Tabs.Panel>
    </Tabs.Root>
  );
};

/** Asks with each variant; what was refused before any was sent stays until it is forgotten. */
const useAsking = (again: Message | null, onAsked: () => void) => {
  const [refused, setRefused] = useState<RefusedProps | null>(null);
  const ask = async (variants: readonly Variant[]) => {
    const all = variants.map(({ options }) => options);
    const error = await (again === null ? sendToAll : askAllAgain(again))(all);
    if (error === null) onAsked();
    else setRefused({ error, variants });
  };
  return { refused, forget: () => setRefused(null), ask };
};

interface FootProps {
  /** Why it cannot be sent, where nothing else says so. */
  readonly note: string | null;
  /** Null where it cannot. */
  readonly onSend: (() => void) | null;
  readonly onClose: () => void;
}

const Foot = ({ note, onSend, onClose }: FootProps) => {
  const { t } = useTranslation();
  return (
    <footer className={styles.foot}>
      <p role="status" className={styles.hint}>
        {note}
      </p>
      <Button look="quiet" onClick={onClose}>
        {t('compare.cancel')}
      </Button>
      <Button look="primary" disabled={onSend === null} onClick={onSend ?? undefined}>
        {t('compare.send')}
      </Button>
    </footer>
  );
};

interface CompareDialogProps {
  /** What was chosen here before. */
  readonly begin: CompareChoice;
  /** The answer whose question is asked again; null: what is in the message box is sent. */
  readonly again: Message | null;
  readonly onClose: () => void;
}

/** Chooses what the same question is asked with, and asks. Mounted only while it is open. */
export const CompareDialog = ({ begin, again, onClose }: CompareDialogProps) => {
  const { t, i18n } = useTranslation();
  const [choice, setChoice] = useState(begin);
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const options = useConversation((state) => state.options);
  const model = useAskedModelId();
  const unsupported = useModels((list) => unsupportedBy(list, model));
  const nothingTyped = useNothingWritten(key) && again === null;
  const asking = useComposer((state) => state.asking.has(key));
  const read = readChoice(choice, options, unsupported);
  const problem = read.ok ? null : problemText(t, i18n.language, choice.param, read.problem);
  const inField = !read.ok && isOfValue(read.problem);
  const { refused, forget, ask } = useAsking(again, () => {
    keepChoice(chatKey(useConversation.getState().chatId), choice);
    onClose();
    focusMessageBox();
  });
  const change = (next: CompareChoice) => {
    forget();
    setChoice(next);
    keepChoice(key, next);
  };
  return (
    <DialogFrame
      title={t('compare.title')}
      closeLabel={t('compare.close')}
      className={styles.popup}
      onClose={onClose}
    >
      <div className={styles.body}>
        <Dialog.Description className={styles.hint}>{t('compare.hint')}</Dialog.Description>
        <ChoiceTabs choice={choice} error={inField ? problem : null} onChange={change} />
        {read.ok && <VariantList variants={read.variants} again={again} />}
        {refused !== null && <Refused {...refused} />}
      </div>
      <Foot
        note={nothingTyped ? t('compare.noMessage') : inField ? null : problem}
        onSend={!read.ok || nothingTyped || asking ? null : () => void ask(read.variants)}
        onClose={onClose}
      />
    </DialogFrame>
  );
};
