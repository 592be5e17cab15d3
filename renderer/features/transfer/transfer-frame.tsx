import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeTransfer } from '../../actions/transfer';
import { IconButton } from '../../ui/button';
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
    <Dialog.Root open onOpenChange={(open) => !open && closeTransfer()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        {/* Not the cross that closes it: what one came for. */}
        <Dialog.Popup
          className={styles.popup}
          initialFocus={() => body.current?.querySelector('button') ?? body.current}
        >
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close render={<IconButton label={t('transferDialog.close')} />}>
              <X size={17} aria-hidden />
            </Dialog.Close>
          </header>
          <div ref={body} tabIndex={-1} className={styles.body}>
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
