import { LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../stores/app-store';
import { showSettingsAt } from '../../stores/view-store';
import styles from './conversations.module.css';

/** A quiet line that stays until a passphrase, or a keychain, protects the history's key. */
export const UnprotectedKey = () => {
  const { t } = useTranslation();
  const unprotected = useApp(
    ({ vault, history }) =>
      vault.historyKey === 'keyfile' && (history.kind === 'open' || history.kind === 'readOnly'),
  );
  if (!unprotected) return null;
  return (
    <p role="note" className={styles.unprotected}>
      <LockOpen size={14} aria-hidden />
      <span>
        {t('settings.keyUnprotected')}{' '}
        <button type="button" onClick={() => showSettingsAt('passphrase')}>
          {t('settings.protect')}
        </button>
      </span>
    </p>
  );
};
