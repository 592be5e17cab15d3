import { Progress } from '@base-ui/react/progress';
import { useTranslation } from 'react-i18next';
import type { TransferProgress as Done } from '../../../preload/contract/transfer';
import { cancelTransfer } from '../../actions/transfer';
import { Button } from '../../ui/button';
import { percentOf } from './percent-of';
import styles from './transfer.module.css';

interface TransferProgressProps {
  readonly label: string;
  readonly progress: Done;
}

/** How far a transfer is, and the button that ends it. */
export const TransferProgress = ({ label, progress }: TransferProgressProps) => {
  const { t } = useTranslation();
  const { chats, messages } = progress;
  const counts = [
    t('transferDialog.chats', { count: chats }),
    t('transferDialog.messages', { count: messages }),
  ].join(' · ');
  return (
    <>
      <Progress.Root value={percentOf(progress)} aria-label={label} className={styles.progress}>
        <Progress.Track className={styles.track}>
          <Progress.Indicator className={styles.indicator} />
        </Progress.Track>
      </Progress.Root>
      <p className={styles.hint}>{counts}</p>
      <p className={styles.hint}>{t('transferDialog.goesOn')}</p>
      <div className={styles.buttons}>
        <Button onClick={() => void cancelTransfer()}>{t('transferDialog.cancel')}</Button>
      </div>
    </>
  );
};
