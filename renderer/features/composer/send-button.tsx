import { ArrowUp, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { stopReply } from '../../actions/turns';
import { useChatList } from '../../stores/chat-list-store';
import { useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { focusMessageBox } from '../../stores/view-store';
import { tipOf } from '../../ui/tip';
import { useKeysOf } from '../../ui/use-keys-of';
import styles from './composer.module.css';
import { useNothingWritten } from './use-nothing-written';

/** Send, or Stop while a reply is being written. */
export const SendButton = () => {
  const { t } = useTranslation();
  const chatId = useConversation((state) => state.chatId);
  const busy = useChatList((list) => chatId !== null && list.busy.has(chatId));
  const key = chatKey(chatId);
  const empty = useNothingWritten(key);
  const asking = useComposer((state) => state.asking.has(key));
  const stopKeys = useKeysOf('stop');
  if (busy && chatId !== null) {
    return (
      <button
        type="button"
        className={styles.send}
        aria-label={t('composer.stop')}
        {...tipOf(t('composer.stop'), stopKeys)}
        onClick={() => {
          void stopReply(chatId);
          focusMessageBox();
        }}
      >
        <Square size={13} fill="currentColor" aria-hidden />
      </button>
    );
  }
  return (
    <button
      type="submit"
      className={styles.send}
      aria-label={t('composer.send')}
      {...tipOf(t('composer.hint'))}
      disabled={empty || asking}
    >
      <ArrowUp size={18} aria-hidden />
    </button>
  );
};
