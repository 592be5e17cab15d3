import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { useFind } from '../../stores/find-store';
import { streamedText } from '../../stores/streamed-text';
import { Button } from '../../ui/button';
import { PlainText } from '../transcript/plain-text';
import { useLiveReasoning } from '../transcript/use-live-answer';
import { usePacedText } from '../transcript/use-paced-text';
import styles from './tools.module.css';

const Thoughts = ({ text }: { readonly text: string }) => (
  <PlainText text={usePacedText(streamedText(text)).whole} />
);

/** How often something was gone to that stands in the reasoning of a message; 0: what is gone to is elsewhere. */
const useCallsTo = (messageId: string): number =>
  useFind(({ place, placeCalls }) =>
    place?.inReasoning === true && place.messageId === messageId ? placeCalls : 0,
  );

/**
 * What the model thought before it answered, as far as its server tells: folded until one opens it or a search has found
 * something in it, and kept up to date while it is open.
 */
export const Reasoning = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const text = useLiveReasoning(message);
  const calls = useCallsTo(message.id);
  useEffect(() => {
    if (calls > 0) setOpen(true);
  }, [calls]);
  if (text === '') return null;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div className={styles.reasoning} data-unsearched data-found={calls > 0 ? true : undefined}>
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
        <div id={id} className={styles.thoughts} data-scrolls tabIndex={0}>
          <Thoughts text={text} />
        </div>
      )}
    </div>
  );
};
