import { Settings, SquarePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { newChat } from '../../actions/open-chat';
import { useConversation } from '../../stores/conversation-store';
import { showSettings } from '../../stores/view-store';
import { Button } from '../../ui/button';
import { ChatItems } from './chat-items';
import styles from './conversations.module.css';
import { UnprotectedKey } from './unprotected-key';

/** The side bar: New chat, the chats, Settings. */
export const Conversations = () => {
  const { t } = useTranslation();
  const isNew = useConversation(({ chatId }) => chatId === null);
  return (
    <nav className={styles.bar} aria-label={t('conversations.title')}>
      <div className={styles.top}>
        <Button
          look="quiet"
          icon={<SquarePen size={16} aria-hidden />}
          className={`${styles.wide} ${isNew ? styles.chosen : ''}`}
          onClick={newChat}
        >
          {t('conversations.newChat')}
        </Button>
      </div>
      <ChatItems />
      <div className={styles.bottom}>
        <UnprotectedKey />
        <Button
          look="quiet"
          icon={<Settings size={16} aria-hidden />}
          className={styles.wide}
          onClick={() => showSettings(true)}
        >
          {t('settings.title')}
        </Button>
      </div>
    </nav>
  );
};
