import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { loadMoreChats } from '../../actions/open-chat';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { type Listing, listingKey, useOrder } from '../../stores/order-store';
import { useSeen } from '../../ui/use-seen';
import { allowChats, dropChats } from '../organise/dragged-chats';
import { ChatItem } from './chat-item';
import styles from './conversations.module.css';

// Nobody has folders or a filter before the first paint.
const FolderList = lazy(async () => ({ default: (await import('../organise/folder-list')).FolderList }));
const ListedChats = lazy(async () => ({ default: (await import('../organise/listed-chats')).ListedChats }));

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

/** The chats that the chosen filter lets through. */
const FilteredChats = ({ listing }: { readonly listing: Listing | undefined }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.scroller}>
      <ul className={styles.list} aria-label={t('conversations.chats')}>
        {listing !== undefined && (
          <Suspense>
            <ListedChats listing={listing} />
          </Suspense>
        )}
      </ul>
      {listing?.chats.length === 0 && <p className={styles.empty}>{t('organise.nothing')}</p>}
    </div>
  );
};

/** The list of chats; more are loaded as its end comes into view. */
export const ChatItems = () => {
  const { t } = useTranslation();
  const { chats, cursor, busy } = useChatList();
  const current = useConversation(({ chatId }) => chatId);
  const hasFolders = useOrder(({ folders }) => folders.length > 0);
  const filtered = useOrder(({ filter, listings }) =>
    filter === null ? null : listings[listingKey(filter)],
  );
  if (filtered !== null) return <FilteredChats listing={filtered} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who uses the keyboard has "Move to folder"
    <div className={styles.scroller} onDragOver={allowChats} onDrop={(event) => dropChats(event, null)}>
      {hasFolders && (
        <Suspense>
          <FolderList parent={null} />
        </Suspense>
      )}
      <ul className={styles.list} aria-label={t('conversations.chats')}>
        {chats.map((chat) => (
          <ChatItem key={chat.id} chat={chat} current={chat.id === current} busy={busy.has(chat.id)} />
        ))}
        {cursor !== null && <MoreChats key={cursor.id} />}
      </ul>
      {chats.length === 0 && !hasFolders && <p className={styles.empty}>{t('conversations.empty')}</p>}
    </div>
  );
};
