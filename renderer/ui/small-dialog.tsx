import type { ReactNode, RefObject } from 'react';
import { DialogFrame } from './dialog-frame';
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
  <DialogFrame
    title={title}
    closeLabel={closeLabel}
    className={isWide ? styles.wide : styles.popup}
    {...(initialFocus === undefined ? {} : { initialFocus })}
    onClose={onClose}
  >
    <div className={styles.body}>{children}</div>
  </DialogFrame>
);
