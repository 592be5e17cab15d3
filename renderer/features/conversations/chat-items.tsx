import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { loadMoreChats } from '../../actions/open-chat';
import { groupStarts } from '../../stores/chat-groups';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { type Listing, listingKey, useOrder } from '../../stores/order-store';
import { useKeptScroll } from '../../ui/use-kept-scroll';
import { useSeen } from '../../ui/use-seen';
import { allowDrop, drop } from '../organise/dragged';
import { ChatItem } from './chat-item';
import styles from './conversations.module.css';
import { useOneTabStop } from './use-one-tab-stop';

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
const FilteredChats = ({
  name,
  listing,
}: {
  readonly name: string;
  readonly listing: Listing | undefined;
}) => {
  const { t } = useTranslation();
  const scroller = useKeptScroll(name);
  useOneTabStop(scroller);
  return (
    <div ref={scroller} className={styles.scroller}>
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

const midnight = (): number => new Date().setHours(0, 0, 0, 0);

/** All chats, by when they were written in, below the folders. */
const AllChats = () => {
  const { t } = useTranslation();
  const { chats, cursor, busy } = useChatList();
  const current = useConversation(({ chatId }) => chatId);
  const hasFolders = useOrder(({ folders }) => folders.length > 0);
  const scroller = useKeptScroll('all');
  useOneTabStop(scroller);
  const starts = groupStarts(chats, midnight());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who uses the keyboard has "Move to folder"
    <div
      ref={scroller}
      className={styles.scroller}
      onDragOver={(event) => allowDrop(event, null)}
      onDrop={(event) => drop(event, null)}
    >
      {hasFolders && (
        <Suspense>
          <FolderList parent={null} />
        </Suspense>
      )}
      <ul className={styles.list} aria-label={t('conversations.chats')}>
        {chats.map((chat, at) => (
          <ChatItem
            key={chat.id}
            chat={chat}
            current={chat.id === current}
            busy={busy.has(chat.id)}
            group={starts[at] ?? null}
          />
        ))}
        {cursor !== null && <MoreChats key={cursor.id} />}
      </ul>
      {chats.length === 0 && !hasFolders && <p className={styles.empty}>{t('conversations.empty')}</p>}
    </div>
  );
};

/** The list of chats; more are loaded as its end comes into view. */
export const ChatItems = () => {
  const filter = useOrder((state) => state.filter);
  const listing = useOrder(({ listings }) => (filter === null ? undefined : listings[listingKey(filter)]));
  return filter === null ? <AllChats /> : <FilteredChats name={listingKey(filter)} listing={listing} />;
};
