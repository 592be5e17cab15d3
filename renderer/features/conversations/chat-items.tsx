import { useTranslation } from 'react-i18next';
import { loadMoreChats } from '../../actions/open-chat';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { useSeen } from '../../ui/use-seen';
import { ChatItem } from './chat-item';
import styles from './conversations.module.css';

const loadMore = () => void loadMoreChats();

const MoreChats = () => {
  const { t } = useTranslation();
  const ref = useSeen<HTMLLIElement>(loadMore);
  return (
    <li ref={ref} className={styles.more}>
      {t('conversations.loadingMore')}
    </li>
  );
};

/** The list of chats; more are loaded as its end comes into view. */
export const ChatItems = () => {
  const { t } = useTranslation();
  const { chats, cursor, busy } = useChatList();
  const current = useConversation(({ chatId }) => chatId);
  return (
    <div className={styles.scroller}>
      <ul className={styles.list} aria-label={t('conversations.chats')}>
        {chats.map((chat) => (
          <ChatItem key={chat.id} chat={chat} current={chat.id === current} busy={busy.has(chat.id)} />
        ))}
        {cursor !== null && <MoreChats key={cursor.id} />}
      </ul>
      {chats.length === 0 && <p className={styles.empty}>{t('conversations.empty')}</p>}
    </div>
  );
};
