import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { SecretForm } from './secret-form';
import { SetAside } from './set-aside';
import styles from './unlock.module.css';

const Locked = () => {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={styles.title}>{t('unlock.lockedTitle')}</h1>
      <p className={styles.lead}>{t('unlock.lockedLead')}</p>
      <SecretForm
        label={t('unlock.passphrase')}
        action={t('unlock.unlock')}
        hidden
        onSubmit={(passphrase) => request('vault.unlock', { passphrase })}
      />
    </>
  );
};

const KeyLost = () => {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={styles.title}>{t('unlock.keyLostTitle')}</h1>
      <p className={styles.lead}>{t('unlock.keyLostLead')}</p>
      <SecretForm
        label={t('unlock.recoveryKey')}
        action={t('unlock.recover')}
        hidden={false}
        onSubmit={(recoveryKey) => request('vault.recover', { recoveryKey })}
      />
      <SetAside />
    </>
  );
};

const Damaged = () => {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={styles.title}>{t('unlock.damagedTitle')}</h1>
      <p className={styles.lead}>{t('unlock.damagedLead')}</p>
      <SetAside />
    </>
  );
};

const screens = { locked: Locked, keyLost: KeyLost, damaged: Damaged } as const;

/** Why the history is closed, and how to open it. */
export const ClosedHistory = ({ kind }: { readonly kind: keyof typeof screens }) => {
  const Screen = screens[kind];
  return (
    <div className={styles.scroller}>
      <div className={styles.column}>
        <Screen />
      </div>
    </div>
  );
};
