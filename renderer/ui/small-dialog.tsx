import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from './button';
import styles from './small-dialog.module.css';

interface SmallDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  /** What takes the focus; the first thing that can where it is left out. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with a title and one thing to do. Mounted only while it is open. */
export const SmallDialog = ({
  title,
  closeLabel,
  initialFocus,
  isWide,
  onClose,
  children,
}: SmallDialogProps) => (
  <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
    <Dialog.Portal>
      <Dialog.Backdrop className={styles.backdrop} />
      <Dialog.Popup
        className={`${styles.popup} ${isWide ? styles.wide : ''}`}
        {...(initialFocus === undefined ? {} : { initialFocus })}
      >
        <header className={styles.head}>
          <Dialog.Title className={styles.title}>{title}</Dialog.Title>
          <Dialog.Close render={<IconButton label={closeLabel} />}>
            <X size={17} aria-hidden />
          </Dialog.Close>
        </header>
        <div className={styles.body}>{children}</div>
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
);
