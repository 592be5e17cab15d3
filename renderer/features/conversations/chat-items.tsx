import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { loadMoreChats } from '../../actions/open-chat';
import { isUnread, useApp } from '../../stores/app-store';
import { groupStarts } from '../../stores/chat-groups';
import { useChatList } from '../../stores/chat-list-store';
import { type Listing, listingKey, useOrder } from '../../stores/order-store';
import { useKeptScroll } from '../../ui/use-kept-scroll';
import { allowDrop, drop } from '../organise/dragged';
import { ListedChats } from '../organise/listed-chats';
import { ChatRows } from './chat-rows';
import styles from './conversations.module.css';
import { ALL_CHATS } from './shown-stops';
import { useOneTabStop } from './use-one-tab-stop';

// Nobody has folders before the first paint.
const FolderList = lazy(async () => ({ default: (await import('../organise/folder-list')).FolderList }));

interface ScrollerProps {
  /** What is scrolled: where one was is kept under it. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Scrolls lists of chats. What is dropped beside folders comes out of them. */
const Scroller = ({ name, children }: ScrollerProps) => {
  const scroller = useKeptScroll(name);
  useOneTabStop(scroller);
  const isAll = name === ALL_CHATS;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who uses the keyboard has "Move to folder"
    <div
      ref={scroller}
      className={styles.scroller}
      data-scroller
      onDragOver={(event) => isAll && allowDrop(event, null)}
      onDrop={(event) => isAll && drop(event, null)}
    >
      <div>{children}</div>
    </div>
  );
};

/** The chats that the chosen filter lets through. */
const FilteredChats = ({ listing }: { readonly listing: Listing | undefined }) => {
  const { t } = useTranslation();
  if (listing === undefined) return null;
  return (
    <>
      <ListedChats listing={listing} label={t('conversations.chats')} />
      {listing.chats.length === 0 && <p className={styles.empty}>{t('organise.nothing')}</p>}
    </>
  );
};

const midnight = (): number => new Date().setHours(0, 0, 0, 0);

const loadMore = () => void loadMoreChats();

/** All chats, by when they were written in, below the folders. */
const AllChats = () => {
  const { t } = useTranslation();
  const chats = useChatList((list) => list.chats);
  const cursor = useChatList((list) => list.cursor);
  const isRead = useApp(({ history }) => !isUnread(history));
  const hasFolders = useOrder(({ folders }) => folders.length > 0);
  const starts = useMemo(() => groupStarts(chats, midnight()), [chats]);
  return (
    <>
      {hasFolders && (
        <Suspense>
          <FolderList parent={null} />
        </Suspense>
      )}
      <ChatRows
        name={ALL_CHATS}
        label={t('conversations.chats')}
        chats={chats}
        cursor={cursor}
        loadMore={loadMore}
        starts={starts}
      />
      {isRead && chats.length === 0 && !hasFolders && (
        <p className={styles.empty}>{t('conversations.empty')}</p>
      )}
    </>
  );
};

/** The list of chats, or what the chosen filter lets through of it. */
export const ChatItems = () => {
  const filter = useOrder((state) => state.filter);
  const listing = useOrder(({ listings }) => (filter === null ? undefined : listings[listingKey(filter)]));
  const name = filter === null ? ALL_CHATS : listingKey(filter);
  return (
    <Scroller key={name} name={name}>
      {filter === null ? <AllChats /> : <FilteredChats listing={listing} />}
    </Scroller>
  );
};
