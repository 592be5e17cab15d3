import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ComponentProps, type ReactNode, useRef } from 'react';
import { IconButton } from './button';
import styles from './dialog.module.css';
import { STOPS } from './stops';

type Focus = Pick<ComponentProps<typeof Dialog.Popup>, 'initialFocus' | 'finalFocus'>;

interface DialogFrameProps extends Focus {
  readonly title: string;
  readonly closeLabel: string;
  /** Gives it its width and greatest height. */
  readonly className: string | undefined;
  /** What stands between the title and the cross. */
  readonly beside?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The first thing below the title; the cross where there is none. A dialog is not opened to be closed. */
const firstBelow = (popup: HTMLElement | null): HTMLElement | true =>
  [...(popup?.querySelectorAll<HTMLElement>(STOPS) ?? [])].find(
    (stop) => stop.closest('header') === null && stop.checkVisibility(),
  ) ?? true;

/** A dialog with its title and the cross that closes it. Mounted only while it is open. */
export const DialogFrame = ({
  title,
  closeLabel,
  className,
  beside,
  onClose,
  children,
  ...focus
}: DialogFrameProps) => {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={`${styles.popup} ${className ?? ''}`}
          initialFocus={() => firstBelow(popup.current)}
          {...focus}
        >
          <header className={styles.head}>
            <Dialog.Title className={styles.title} dir="auto">
              {title}
            </Dialog.Title>
            {beside}
            <Dialog.Close render={<IconButton label={closeLabel} keys="Escape" />}>
              <X size={17} aria-hidden />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
