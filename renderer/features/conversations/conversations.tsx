import { Settings, SquarePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { newChat } from '../../actions/open-chat';
import { useConversation } from '../../stores/conversation-store';
import { useSearch } from '../../stores/search-store';
import { showSettings } from '../../stores/view-store';
import { Button } from '../../ui/button';
import { SearchBox } from '../search/search-box';
import { SearchResults } from '../search/search-results';
import { ChatItems } from './chat-items';
import styles from './conversations.module.css';
import { UnprotectedKey } from './unprotected-key';

/** The side bar: New chat, search, the chats or what was found, Settings. */
export const Conversations = () => {
  const { t } = useTranslation();
  const searching = useSearch(({ query }) => query.trim() !== '');
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
        <SearchBox />
      </div>
      {searching ? <SearchResults /> : <ChatItems />}
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
