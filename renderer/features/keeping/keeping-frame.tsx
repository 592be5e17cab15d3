import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../ui/dialog-frame';
import styles from '../transfer/transfer.module.css';

interface KeepingFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A dialog of the Trash or of snapshots. Mounted only while it is open. */
export const KeepingFrame = ({ title, children, onClose }: KeepingFrameProps) => {
  const { t } = useTranslation();
  return (
    <DialogFrame title={title} closeLabel={t('keeping.close')} className={styles.popup} onClose={onClose}>
      <div className={styles.body}>{children}</div>
    </DialogFrame>
  );
};
