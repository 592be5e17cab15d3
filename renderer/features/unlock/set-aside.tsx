import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import styles from './unlock.module.css';

/** Starts an empty history after a confirmation; the old one is kept beside it. */
export const SetAside = () => {
  const { t } = useTranslation();
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger render={<Button look="quiet" className={styles.aside} />}>
        {t('unlock.setAside')}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.confirmTitle}>{t('unlock.confirmTitle')}</AlertDialog.Title>
          <AlertDialog.Description className={styles.lead}>{t('unlock.confirmLead')}</AlertDialog.Description>
          <div className={styles.buttons}>
            <AlertDialog.Close render={<Button look="quiet" />}>{t('transcript.cancel')}</AlertDialog.Close>
            <AlertDialog.Close
              render={<Button look="primary" />}
              onClick={() => void request('vault.startNewHistory', {}).catch(tellError)}
            >
              {t('unlock.confirm')}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
