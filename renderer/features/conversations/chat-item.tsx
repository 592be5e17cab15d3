import { Ellipsis, Pin } from 'lucide-react';
import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../../preload/contract/history';
import { openChat } from '../../actions/open-chat';
import { useConversation } from '../../stores/conversation-store';
import { useSelection } from '../../stores/selection-store';
import { IconButton } from '../../ui/button';
import { dragChat } from '../organise/dragged-chats';
import { clickSelects, onChatKey } from './chat-keys';
import { ChatTitleEditor } from './chat-title-editor';
import styles from './conversations.module.css';

const ChatMenu = lazy(async () => ({ default: (await import('./chat-menu')).ChatMenu }));

interface ChatItemProps {
  readonly chat: Chat;
  readonly current: boolean;
  readonly busy: boolean;
}

/** One chat of the list, with its menu. */
export const ChatItem = memo(({ chat, current, busy }: ChatItemProps) => {
  const { t } = useTranslation();
  const selected = useSelection(({ ids }) => ids.has(chat.id));
  const [menuOpen, setMenuOpen] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const title = useRef<HTMLButtonElement>(null);
  const [titleTakesFocus, setTitleTakesFocus] = useState(false);
  useEffect(() => {
    if (titleTakesFocus) title.current?.focus();
  }, [titleTakesFocus]);
  const rename = () => {
    setTitleTakesFocus(false);
    setRenaming(true);
  };
  const endRenaming = (byKey: boolean) => {
    setTitleTakesFocus(byKey);
    setRenaming(false);
  };
  if (renaming) return <ChatTitleEditor chat={chat} onDone={endRenaming} />;
  return (
    <li
      className={`${styles.item} ${current ? styles.chosen : ''} ${selected ? styles.selected : ''}`}
      draggable
      onDragStart={(event) => dragChat(event, chat.id)}
    >
      <button
        ref={title}
        type="button"
        className={styles.title}
        aria-current={current ? 'page' : undefined}
        aria-pressed={selected ? true : undefined}
        data-chat={chat.id}
        onClick={(event) => {
          if (!clickSelects(event, chat.id, useConversation.getState().chatId)) void openChat(chat.id);
        }}
        onKeyDown={(event) => onChatKey(event, chat.id)}
      >
        {chat.title === '' ? t('conversations.untitled') : chat.title}
      </button>
      {chat.isPinned && (
        <Pin size={13} role="img" aria-label={t('conversations.pinned')} className={styles.pin} />
      )}
      {busy && (
        <span className={styles.busy}>
          <span className="hidden-visually">{t('conversations.busy')}</span>
        </span>
      )}
      <IconButton
        ref={menuButton}
        label={t('conversations.actions')}
        className={styles.actions}
        aria-haspopup="menu"
        aria-expanded={menuOpen}
        onClick={() => setMenuOpen(true)}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      {menuOpen && (
        <Suspense>
          <ChatMenu chat={chat} anchor={menuButton} onClose={() => setMenuOpen(false)} onRename={rename} />
        </Suspense>
      )}
    </li>
  );
});
