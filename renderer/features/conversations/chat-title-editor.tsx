import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../../preload/contract/history';
import { renameChat } from '../../actions/chats';
import { isComposing } from '../../ui/composing';
import { useKeptState } from '../../ui/use-kept-state';
import styles from './conversations.module.css';

const MAX_TITLE_LENGTH = 300;

interface ChatTitleEditorProps {
  readonly chat: Chat;
  readonly onDone: (byKey: boolean) => void;
}

/** Renames a chat in place: Enter or leaving the field saves; Escape does not, but what was typed is there the next time. */
export const ChatTitleEditor = ({ chat, onDone }: ChatTitleEditorProps) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText, forget] = useKeptState(`title ${chat.id}`, chat.title);
  const done = useRef(false);
  useEffect(() => {
    // The menu gives focus back to its button when it closes; the field takes it after that.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const finish = (save: boolean, byKey: boolean) => {
    if (done.current) return;
    done.current = true;
    const title = text.trim();
    if (save) forget();
    if (save && title !== '' && title !== chat.title) void renameChat(chat, title);
    onDone(byKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // The focus goes to the title at once: there the same Enter would open the chat.
    event.preventDefault();
    finish(event.key === 'Enter', true);
  };
  return (
    <div className={styles.item}>
      <input
        ref={input}
        className={styles.rename}
        dir="auto"
        aria-label={t('conversations.titleField')}
        value={text}
        maxLength={MAX_TITLE_LENGTH}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => finish(true, false)}
      />
    </div>
  );
};
