import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { replacePasted } from '../../actions/drafts';
import { request } from '../../ipc/client';
import { boxOf, useComposer } from '../../stores/composer-store';
import { useConversation } from '../../stores/conversation-store';
import { onceOptions } from '../../stores/once-model-store';
import { Button } from '../../ui/button';
import { PromptFrame } from '../prompts/prompt-frame';
import styles from '../prompts/prompts.module.css';

interface Count {
  readonly tokens: number;
  readonly exact: boolean;
}

/** What a text takes as a message of its own; null: not counted yet, or it cannot be. */
const useCount = (key: string, text: string): Count | null => {
  const [count, setCount] = useState<Count | null>(null);
  useEffect(() => {
    let wanted = true;
    const options = onceOptions(key, useConversation.getState().options);
    request('chat.estimate', { chatId: null, text, options }).then(
      ({ parts, exact }) => wanted && setCount({ tokens: parts.typed, exact }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [key, text]);
  return count;
};

interface PastedDialogProps {
  /** The chat's key. */
  readonly place: string;
  readonly onClose: () => void;
}

/** The whole of a long pasted text, to read and to edit. Mounted only while it is open. */
export const PastedDialog = ({ place, onClose }: PastedDialogProps) => {
  const { t, i18n } = useTranslation();
  const text = useComposer((state) => boxOf(state, place).pasted);
  const field = useRef<HTMLTextAreaElement>(null);
  const count = useCount(place, text);
  const { format } = new Intl.NumberFormat(i18n.language);
  const facts = (counted: Count) =>
    t(counted.exact ? 'pasted.facts' : 'pasted.about', {
      characters: format(text.length),
      tokens: format(counted.tokens),
    });
  // Closing it by Escape must not lose what was changed either.
  const apply = () => {
    replacePasted(field.current?.value ?? text);
    onClose();
  };
  return (
    <PromptFrame wide title={t('pasted.title')} initialFocus={field} onClose={apply}>
      <div className={styles.body}>
        <p role="status" className={styles.start}>
          {count === null ? t('composer.pasted', { characters: format(text.length) }) : facts(count)}
        </p>
        {/* Not kept in a state: a text as long as this must not be handed around at every key press. */}
        <textarea
          ref={field}
          className={styles.long}
          aria-label={t('pasted.text')}
          defaultValue={text}
          spellCheck={false}
        />
        <div className={styles.buttons}>
          <Button look="primary" onClick={apply}>
            {t('pasted.apply')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('prompts.cancel')}
          </Button>
        </div>
      </div>
    </PromptFrame>
  );
};
