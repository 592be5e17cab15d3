import { useTranslation } from 'react-i18next';
import { showSettings } from '../../stores/view-store';
import { Button } from '../../ui/button';
import styles from './first-run.module.css';

/** Leads to Settings, where any server can be entered. */
export const OtherServer = () => {
  const { t } = useTranslation();
  return (
    <div className={styles.choice}>
      <Button onClick={() => showSettings(true)}>{t('firstRun.other')}</Button>
      <p className={styles.hint}>{t('firstRun.otherHint')}</p>
    </div>
  );
};
