import { useTranslation } from 'react-i18next';
import { exportAll, openImport } from '../../actions/transfer';
import { showSettings } from '../../stores/view-store';
import { Button } from '../../ui/button';
import styles from '../settings-dialog/settings-dialog.module.css';

/** In Settings: taking chats in and out. */
export const DataSection = () => {
  const { t } = useTranslation();
  // One dialog at a time: the one behind could not be reached.
  const leave = (action: () => void) => () => {
    showSettings(false);
    action();
  };
  return (
    <section className={styles.section} aria-label={t('transferDialog.data')}>
      <h3>{t('transferDialog.data')}</h3>
      <div className={styles.buttons}>
        <Button onClick={leave(openImport)}>{t('transferDialog.importMenu')}</Button>
        <Button onClick={leave(() => void exportAll())}>{t('transferDialog.exportAllMenu')}</Button>
      </div>
      <p className={styles.hint}>{t('transferDialog.dataHint')}</p>
    </section>
  );
};
