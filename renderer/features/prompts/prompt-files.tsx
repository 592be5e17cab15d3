import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PromptFormat, PromptImport } from '../../../preload/contract/prompts';
import { toAppError } from '../../../preload/contract/result';
import { exportPrompts, importPrompts } from '../../actions/prompts';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { Button } from '../../ui/button';
import styles from './prompts.module.css';

const importText = (t: TFunction, { added, known, refused }: PromptImport): string =>
  sentences(
    t('prompts.added', { count: added }),
    known > 0 ? t('prompts.known', { count: known }) : '',
    refused > 0 ? t('prompts.refused', { count: refused }) : '',
  );

interface PromptFilesProps {
  readonly isEmpty: boolean;
  /** What came of it, in words. */
  readonly onSaid: (text: string) => void;
}

/** Takes prompts in from files and writes them to one. */
export const PromptFiles = ({ isEmpty, onSaid }: PromptFilesProps) => {
  const { t } = useTranslation();
  const failed = (thrown: unknown) => {
    const { what, fix } = errorText(t, toAppError(thrown));
    onSaid(sentences(what, fix));
  };
  const take = () => {
    importPrompts().then((report) => report !== null && onSaid(importText(t, report)), failed);
  };
  const write = (format: PromptFormat) => {
    exportPrompts(format).then((name) => name !== null && onSaid(t('prompts.exported', { name })), failed);
  };
  return (
    <div className={styles.buttons}>
      <Button onClick={take}>{t('prompts.import')}</Button>
      <Button disabled={isEmpty} onClick={() => write('json')}>
        {t('prompts.exportJson')}
      </Button>
      <Button disabled={isEmpty} onClick={() => write('markdown')}>
        {t('prompts.exportMarkdown')}
      </Button>
    </div>
  );
};
