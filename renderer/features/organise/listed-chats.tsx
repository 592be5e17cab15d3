import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatFilter } from '../../../preload/contract/organise';
import { loadMoreListed } from '../../actions/order';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import type { Listing } from '../../stores/order-store';
import { useSeen } from '../../ui/use-seen';
import { ChatItem } from '../conversations/chat-item';
import styles from './organise.module.css';

const More = ({ filter }: { readonly filter: ChatFilter }) => {
  const { t } = useTranslation();
  const load = useCallback(() => void loadMoreListed(filter), [filter]);
  const ref = useSeen<HTMLLIElement>(load);
  return (
    <li ref={ref} className={styles.empty}>
      {t('conversations.loadingMore')}
    </li>
  );
};

/** The chats of a list; more are loaded as its end comes into view. */
export const ListedChats = ({ listing: { filter, chats, cursor } }: { readonly listing: Listing }) => {
  const busy = useChatList((list) => list.busy);
  const current = useConversation(({ chatId }) => chatId);
  return (
    <>
      {chats.map((chat) => (
        <ChatItem key={chat.id} chat={chat} current={chat.id === current} busy={busy.has(chat.id)} />
      ))}
      {cursor !== null && <More key={cursor.id} filter={filter} />}
    </>
  );
};
