import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import styles from '../unlock/unlock.module.css';

interface ConfirmProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. Mounted only while it asks. */
export const Confirm = ({ title, lead, action, onConfirm, onClose }: ConfirmProps) => {
  const { t } = useTranslation();
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.confirmTitle}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles.lead}>{lead}</AlertDialog.Description>
          <div className={styles.buttons}>
            <AlertDialog.Close render={<Button look="quiet" />}>{t('keeping.cancel')}</AlertDialog.Close>
            <AlertDialog.Close render={<Button look="danger" />} onClick={onConfirm}>
              {action}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
