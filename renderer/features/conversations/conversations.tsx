import { Settings, SquarePen, Trash2 } from 'lucide-react';
import { lazy, Suspense, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newChat } from '../../actions/open-chat';
import { useConversation } from '../../stores/conversation-store';
import { showTrash } from '../../stores/keeping-store';
import { useSearch } from '../../stores/search-store';
import { useSelection } from '../../stores/selection-store';
import { focusMessageBox, showSettings, useView } from '../../stores/view-store';
import { Button } from '../../ui/button';
import { useKeysOf } from '../../ui/use-keys-of';
import { FilterBar } from '../organise/filter-bar';
import { PromptsButton } from '../prompts/prompts-button';
import { SearchBox } from '../search/search-box';
import { ChatItems } from './chat-items';
import styles from './conversations.module.css';
import { UnprotectedKey } from './unprotected-key';

// Not needed before the first paint; the search box fetches it as soon as it has the focus.
const SearchResults = lazy(async () => ({
  default: (await import('../search/search-results')).SearchResults,
}));

const SelectionBar = lazy(async () => ({
  default: (await import('../organise/selection-bar')).SelectionBar,
}));

/** The side bar: New chat, search, the chats or what was found, Settings. */
export const Conversations = () => {
  const { t } = useTranslation();
  const searching = useSearch(({ query }) => query.trim() !== '');
  const selecting = useSelection(({ ids }) => ids.size > 0);
  const bar = useRef<HTMLElement>(null);
  const hidden = useView(({ sideBarHidden }) => sideBarHidden);
  // The focus must not be put away with what has it; once this is laid out, nothing has it any more.
  useLayoutEffect(() => {
    if (hidden && bar.current?.contains(document.activeElement) === true) focusMessageBox();
  }, [hidden]);
  const isNew = useConversation(({ chatId }) => chatId === null);
  const [newKeys, trashKeys, settingsKeys] = [
    useKeysOf('newChat'),
    useKeysOf('trash'),
    useKeysOf('settings'),
  ];
  return (
    <nav ref={bar} className={styles.bar} hidden={hidden} aria-label={t('conversations.title')}>
      <div className={styles.top}>
        <Button
          look="quiet"
          icon={<SquarePen size={16} aria-hidden />}
          className={`${styles.wide} ${isNew ? styles.chosen : ''}`}
          keys={newKeys}
          onClick={newChat}
        >
          {t('conversations.newChat')}
        </Button>
        <SearchBox />
      </div>
      {searching ? (
        <Suspense>
          <SearchResults />
        </Suspense>
      ) : (
        <>
          <FilterBar />
          <ChatItems />
          {selecting && (
            <Suspense>
              <SelectionBar />
            </Suspense>
          )}
        </>
      )}
      <div className={styles.bottom}>
        <UnprotectedKey />
        <PromptsButton className={styles.wide ?? ''} />
        <Button
          look="quiet"
          icon={<Trash2 size={16} aria-hidden />}
          className={styles.wide}
          keys={trashKeys}
          onClick={() => showTrash(true)}
        >
          {t('keeping.trash')}
        </Button>
        <Button
          look="quiet"
          icon={<Settings size={16} aria-hidden />}
          className={styles.wide}
          keys={settingsKeys}
          onClick={() => showSettings(true)}
        >
          {t('settings.title')}
        </Button>
      </div>
    </nav>
  );
};
