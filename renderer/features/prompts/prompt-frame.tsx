import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';
import styles from './prompts.module.css';

interface PromptFrameProps {
  readonly title: string;
  readonly wide?: boolean;
  /** What has the focus first; absent: the first field. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** What has it afterwards; absent: what had it before. */
  readonly finalFocus?: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The dialog around the library, a prompt's variables, or a pasted text. */
export const PromptFrame = ({
  title,
  wide = false,
  initialFocus,
  finalFocus,
  onClose,
  children,
}: PromptFrameProps) => {
  const { t } = useTranslation();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={`${styles.popup} ${wide ? styles.wide : ''}`}
          {...(initialFocus === undefined ? {} : { initialFocus })}
          {...(finalFocus === undefined ? {} : { finalFocus })}
        >
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close render={<IconButton label={t('prompts.close')} />}>
              <X size={17} aria-hidden />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
