import { useTranslation } from 'react-i18next';
import { importFormats, type PickedImport } from '../../../preload/contract/transfer';
import { attachDropped } from '../../actions/dropped';
import { pickImport, startImport } from '../../actions/transfer';
import { errorText } from '../../i18n/error-text';
import { sizeText } from '../../i18n/sizes';
import { useTransfer } from '../../stores/transfer-store';
import { Button } from '../../ui/button';
import { formatNames } from './format-names';
import { ImportReport } from './import-report';
import styles from './transfer.module.css';
import { TransferFrame } from './transfer-frame';
import { TransferProgress } from './transfer-progress';

const Problem = () => {
  const { t } = useTranslation();
  const error = useTransfer((view) => view.error);
  if (error === null) return null;
  const { what, fix } = errorText(t, error);
  return (
    <div role="alert" className={styles.failed}>
      <p className={styles.headline}>{what}</p>
      <p>{fix}</p>
    </div>
  );
};

const Start = () => {
  const { t } = useTranslation();
  const isPicking = useTransfer((view) => view.isPicking);
  return (
    <>
      <p>{t('transferDialog.intro')}</p>
      <ul className={styles.formats} aria-label={t('transferDialog.formatsTitle')}>
        {importFormats.map((format) => (
          <li key={format}>
            <strong>{formatNames[format]}</strong>
            <span className={styles.hint}>{t(`transferDialog.howTo.${format}`)}</span>
          </li>
        ))}
      </ul>
      <Problem />
      <div className={styles.buttons}>
        <Button look="primary" disabled={isPicking} onClick={() => void pickImport()}>
          {isPicking ? t('transferDialog.looking') : t('transferDialog.choose')}
        </Button>
      </div>
    </>
  );
};

const Picked = ({ picked }: { readonly picked: PickedImport }) => {
  const { t, i18n } = useTranslation();
  const isPicking = useTransfer((view) => view.isPicking);
  const wasDropped = useTransfer(({ dropped }) => dropped.length > 0);
  return (
    <>
      <div role="status" className={styles.ended}>
        <p className={styles.headline}>{t(`transferDialog.found.${picked.format}`)}</p>
        <p>{`${picked.names.join(', ')} · ${sizeText(i18n.language, picked.size)}`}</p>
      </div>
      <p className={styles.hint}>{t('transferDialog.safe')}</p>
      <Problem />
      <div className={styles.buttons}>
        <Button look="primary" onClick={() => void startImport()}>
          {t('transferDialog.import')}
        </Button>
        <Button disabled={isPicking} onClick={() => void pickImport()}>
          {t('transferDialog.another')}
        </Button>
        {wasDropped && <Button onClick={attachDropped}>{t('transferDialog.attachInstead')}</Button>}
      </div>
    </>
  );
};

const Content = () => {
  const { t } = useTranslation();
  const state = useTransfer((view) => view.state);
  switch (state.kind) {
    case 'picked':
      return <Picked picked={state.picked} />;
    case 'importing':
      return <TransferProgress label={t('transferDialog.importProgress')} progress={state.progress} />;
    case 'imported':
      return (
        <>
          <Problem />
          <ImportReport report={state.report} />
        </>
      );
    default:
      return <Start />;
  }
};

/** Takes chats in from a file: what can be imported, what was found in it, how far it is, what came of it. */
export const ImportDialog = () => {
  const { t } = useTranslation();
  const stage = useTransfer((view) => view.state.kind);
  return (
    <TransferFrame title={t('transferDialog.importTitle')} stage={stage}>
      <Content />
    </TransferFrame>
  );
};
