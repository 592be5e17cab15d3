import { useTranslation } from 'react-i18next';
import type { ExportReport } from '../../../preload/contract/transfer';
import { closeTransfer } from '../../actions/transfer';
import { errorText } from '../../i18n/error-text';
import { useTransfer } from '../../stores/transfer-store';
import { Button } from '../../ui/button';
import { exportHeadline } from './report-text';
import styles from './transfer.module.css';
import { TransferFrame } from './transfer-frame';
import { TransferProgress } from './transfer-progress';

const Report = ({ report }: { readonly report: ExportReport }) => {
  const { t } = useTranslation();
  const failed = report.end === 'failed';
  const { chats, messages, attachments } = report;
  return (
    <>
      <div role={failed ? 'alert' : 'status'} className={failed ? styles.failed : styles.ended}>
        <p className={styles.headline}>{exportHeadline(t, report)}</p>
        {report.error !== null && <p>{errorText(t, report.error).fix}</p>}
      </div>
      {report.end === 'complete' && (
        <>
          <ul className={styles.list}>
            <li>{t('transferDialog.chats', { count: chats })}</li>
            <li>{t('transferDialog.messages', { count: messages })}</li>
            {attachments > 0 && <li>{t('transferDialog.attachments', { count: attachments })}</li>}
          </ul>
          <p className={styles.hint}>{t('transferDialog.notEncrypted')}</p>
        </>
      )}
      <div className={styles.buttons}>
        <Button look="primary" onClick={closeTransfer}>
          {t('transferDialog.done')}
        </Button>
      </div>
    </>
  );
};

/** How far an export of everything is, and what came of it. */
export const ExportDialog = () => {
  const { t } = useTranslation();
  const state = useTransfer((view) => view.state);
  return (
    <TransferFrame title={t('transferDialog.exportTitle')} stage={state.kind}>
      {state.kind === 'exporting' && (
        <TransferProgress label={t('transferDialog.exportProgress')} progress={state.progress} />
      )}
      {state.kind === 'exported' && <Report report={state.report} />}
    </TransferFrame>
  );
};
