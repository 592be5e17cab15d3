import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeTransfer } from '../../actions/transfer';
import { DialogFrame } from '../../ui/dialog-frame';
import styles from './transfer.module.css';

interface TransferFrameProps {
  readonly title: string;
  /** When it changes, what had the focus may be gone: the focus goes to the new content. */
  readonly stage: string;
  readonly children: ReactNode;
}

/** The dialog around an import or an export. Closing it ends nothing. */
export const TransferFrame = ({ title, stage, children }: TransferFrameProps) => {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const shownStage = useRef(stage);
  useEffect(() => {
    if (shownStage.current === stage) return;
    shownStage.current = stage;
    body.current?.focus();
  }, [stage]);
  return (
    <DialogFrame
      title={title}
      closeLabel={t('transferDialog.close')}
      className={styles.popup}
      // Not the cross that closes it: what one came for.
      initialFocus={() => body.current?.querySelector('button') ?? body.current}
      onClose={closeTransfer}
    >
      <div ref={body} tabIndex={-1} className={styles.body}>
        {children}
      </div>
    </DialogFrame>
  );
};
