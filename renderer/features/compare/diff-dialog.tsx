import { Tabs } from '@base-ui/react/tabs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice';
import { DialogFrame } from '../../ui/dialog-frame';
import styles from './compare.module.css';
import diffStyles from './diff.module.css';
import { DiffView } from './diff-view';
import { useDiff } from './use-diff';

/** A text that can be compared with others. */
export interface ComparedText {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

type View = 'unified' | 'sideBySide';

interface DiffDialogProps {
  readonly title: string;
  /** At least two; the first two are compared at first. */
  readonly texts: readonly ComparedText[];
  readonly onClose: () => void;
}

/** What differs between two of several texts. Mounted only while it is open. */
export const DiffDialog = ({ title, texts, onClose }: DiffDialogProps) => {
  const { t } = useTranslation();
  const [firstId, setFirst] = useState(texts[0]?.id ?? '');
  const [secondId, setSecond] = useState(texts[1]?.id ?? '');
  const [view, setView] = useState<View>('unified');
  const textOf = (id: string) => texts.find((text) => text.id === id)?.text ?? '';
  const diff = useDiff(textOf(firstId), textOf(secondId));
  const options = texts.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <DialogFrame
      title={title}
      closeLabel={t('compare.close')}
      className={`${styles.popup} ${styles.wide}`}
      onClose={onClose}
    >
      <div className={styles.body}>
        <div className={diffStyles.sides}>
          <Choice label={t('compare.first')} value={firstId} options={options} onChoose={setFirst} />
          <Choice label={t('compare.second')} value={secondId} options={options} onChoose={setSecond} />
        </div>
        <Tabs.Root value={view} onValueChange={(next: View) => setView(next)} className={styles.tabs}>
          <Tabs.List className={styles.tabList} aria-label={t('compare.view')}>
            <Tabs.Tab value="unified">{t('compare.unified')}</Tabs.Tab>
            <Tabs.Tab value="sideBySide">{t('compare.sideBySide')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value={view} tabIndex={-1} className={styles.panel}>
            {diff === null && <p role="status">{t('compare.working')}</p>}
            {diff === 'failed' && <p role="alert">{t('compare.failed')}</p>}
            {diff !== null && diff !== 'failed' && <DiffView diff={diff} view={view} />}
          </Tabs.Panel>
        </Tabs.Root>
      </div>
    </DialogFrame>
  );
};
