import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../ui/dialog-frame';
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
export const PromptFrame = ({ wide = false, ...rest }: PromptFrameProps) => {
  const { t } = useTranslation();
  return (
    <DialogFrame
      closeLabel={t('prompts.close')}
      className={`${styles.popup} ${wide ? styles.wide : ''}`}
      {...rest}
    />
  );
};
