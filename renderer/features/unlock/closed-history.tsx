import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import type { ClosedKind } from '../../stores/app-store';
import { Button } from '../../ui/button';
import { SalvageButton } from '../keeping/salvage-button';
import { SalvageProgress } from '../keeping/salvage-progress';
import { SnapshotChoice } from '../keeping/snapshot-choice';
import { SecretForm } from './secret-form';
import { SetAside } from './set-aside';
import styles from './unlock.module.css';

const RecoveryForm = () => {
  const { t } = useTranslation();
  return (
    <SecretForm
      label={t('unlock.recoveryKey')}
      action={t('unlock.recover')}
      hidden={false}
      onSubmit={(recoveryKey) => request('vault.recover', { recoveryKey })}
    />
  );
};

interface OtherWayProps {
  /** When the recovery key helps, and what using it means. */
  readonly lead: string;
  readonly children?: ReactNode;
}

/** A quiet second way to open the history. */
const OtherWay = ({ lead, children }: OtherWayProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button look="quiet" className={styles.aside} onClick={() => setOpen(true)}>
        {t('unlock.useRecoveryKey')}
      </Button>
    );
  }
  return (
    <>
      <p className={styles.lead}>{lead}</p>
      <RecoveryForm />
      {children}
    </>
  );
};

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
      <OtherWay lead={t('unlock.forgottenLead')}>
        <SetAside />
      </OtherWay>
    </>
  );
};

const KeyLost = () => {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={styles.title}>{t('unlock.keyLostTitle')}</h1>
      <p className={styles.lead}>{t('unlock.keyLostLead')}</p>
      <RecoveryForm />
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
      <SalvageButton />
      <SnapshotChoice />
      <OtherWay lead={t('unlock.otherKeyLead')} />
      <SetAside />
    </>
  );
};

const Missing = () => {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={styles.title}>{t('keeping.missingTitle')}</h1>
      <p className={styles.lead}>{t('keeping.missingLead')}</p>
      <SnapshotChoice />
      <SetAside />
    </>
  );
};

const screens = {
  locked: Locked,
  keyLost: KeyLost,
  damaged: Damaged,
  missing: Missing,
  salvaging: SalvageProgress,
} as const;

/** Why the history is closed, and how to open it. */
export const ClosedHistory = ({ kind }: { readonly kind: ClosedKind }) => {
  const Screen = screens[kind];
  return (
    <div className={styles.scroller}>
      <div className={styles.column}>
        <Screen />
      </div>
    </div>
  );
};
