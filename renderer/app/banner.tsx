import { useTranslation } from 'react-i18next';
import { SalvageButton } from '../features/keeping/salvage-button';
import { isUnread, useApp } from '../stores/app-store';
import styles from './shell.module.css';

/** A lasting line about the history's state, while it is not simply open. */
export const Banner = () => {
  const { t } = useTranslation();
  const history = useApp((state) => state.history);
  if (isUnread(history)) {
    return (
      <p role="status" className={styles.starting}>
        {t('app.starting')}
      </p>
    );
  }
  if (history.kind === 'open' && history.isDamaged) {
    return (
      <div role="alert" className={styles.banner}>
        <p>{t('keeping.damagedNow')}</p>
        <SalvageButton />
      </div>
    );
  }
  if (history.kind !== 'readOnly') return null;
  return (
    <p role="alert" className={styles.banner}>
      {history.reason === 'newer' ? t('app.readOnlyNewer') : t('app.readOnlyDiskFull')}
    </p>
  );
};
