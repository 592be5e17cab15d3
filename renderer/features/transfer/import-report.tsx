import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportReport as Report } from '../../../preload/contract/transfer';
import { closeTransfer, pickImport } from '../../actions/transfer';
import { errorText } from '../../i18n/error-text';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import { importHeadline, importReportText, skippedLine, takenLines } from './report-text';
import styles from './transfer.module.css';

const Skipped = ({ report }: { readonly report: Report }) => {
  const { t } = useTranslation();
  if (report.skipped.length === 0) return null;
  return (
    <section aria-label={t('transferDialog.leftOut')}>
      <h3 className={styles.subtitle}>{t('transferDialog.leftOut')}</h3>
      <ul className={styles.list}>
        {report.skipped.map((skipped) => (
          <li key={skipped.reason}>
            {skippedLine(t, skipped)}
            {skipped.titles.length > 0 && (
              <span className={styles.titles}>
                {t('transferDialog.forExample', { titles: skipped.titles.join(t('transferDialog.between')) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Buttons = ({ report }: { readonly report: Report }) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  return (
    <div className={styles.buttons}>
      <Button look="primary" onClick={closeTransfer}>
        {t('transferDialog.done')}
      </Button>
      <Button
        icon={copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
        onClick={() => copy(importReportText(t, report)).catch(tellError)}
      >
        {copied ? t('transferDialog.copied') : t('transferDialog.copyReport')}
      </Button>
      <Button onClick={() => void pickImport()}>{t('transferDialog.another')}</Button>
    </div>
  );
};

/** What an import took and what it left out, and why. */
export const ImportReport = ({ report }: { readonly report: Report }) => {
  const { t } = useTranslation();
  const taken = takenLines(t, report);
  const failed = report.end === 'failed';
  return (
    <>
      <div role={failed ? 'alert' : 'status'} className={failed ? styles.failed : styles.ended}>
        <p className={styles.headline}>{importHeadline(t, report)}</p>
        {report.error !== null && <p>{errorText(t, report.error).fix}</p>}
      </div>
      {taken.length > 0 && (
        <ul className={styles.list} aria-label={t('transferDialog.takenTitle')}>
          {taken.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Skipped report={report} />
      <Buttons report={report} />
    </>
  );
};
