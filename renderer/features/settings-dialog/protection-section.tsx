import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { useView } from '../../stores/view-store';
import { Button } from '../../ui/button';
import { PassphraseFields } from './passphrase-fields';
import styles from './settings-dialog.module.css';

/** How keys and history are protected on this computer. */
export const ProtectionSection = () => {
  const { t } = useTranslation();
  const { historyKey, passphraseSet } = useApp((state) => state.vault);
  const [setting, setSetting] = useState(useView.getState().settingsAim === 'passphrase');
  return (
    <section className={styles.section} aria-label={t('settings.protection')}>
      <h3>{t('settings.protection')}</h3>
      {historyKey === 'keyfile' && (
        <p role="note" className={styles.notice}>
          {t('settings.historyUnprotected')}
        </p>
      )}
      {passphraseSet && <p className={styles.hint}>{t('settings.passphraseIsSet')}</p>}
      {setting ? (
        <PassphraseFields onDone={() => setSetting(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button onClick={() => setSetting(true)}>
            {passphraseSet ? t('settings.changePassphrase') : t('settings.setPassphrase')}
          </Button>
          {passphraseSet && (
            <Button onClick={() => request('vault.removePassphrase', {}).catch(tellError)}>
              {t('settings.removePassphrase')}
            </Button>
          )}
        </div>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => request('vault.showRecoveryKey', {}).catch(tellError)}>
          {t('settings.showRecoveryKey')}
        </Button>
      </div>
      <p className={styles.hint}>{t('settings.recoveryHint')}</p>
    </section>
  );
};
