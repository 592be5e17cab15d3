import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { Button } from '../../ui/button';
import { PlainText } from '../transcript/plain-text';
import { useLiveReasoning } from '../transcript/use-live-answer';
import { usePacedText } from '../transcript/use-paced-text';
import styles from './tools.module.css';

const Thoughts = ({ text }: { readonly text: string }) => <PlainText text={usePacedText(text)} />;

/** What the model thought before it answered, as far as its server tells: folded, and kept up to date while it is open. */
export const Reasoning = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const text = useLiveReasoning(message);
  if (text === '') return null;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div className={styles.reasoning} data-unsearched>
      <Button
        look="quiet"
        icon={<Chevron size={14} aria-hidden />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {t('reasoning.title')}
      </Button>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div id={id} className={styles.thoughts} tabIndex={0}>
          <Thoughts text={text} />
        </div>
      )}
    </div>
  );
};
