import type { TFunction } from 'i18next';
import { Pin } from 'lucide-react';
import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../../preload/contract/history';
import { openChat } from '../../actions/open-chat';
import type { ChatGroup } from '../../stores/chat-groups';
import { useConversation } from '../../stores/conversation-store';
import { useSelection } from '../../stores/selection-store';
import { useUnread } from '../../stores/unread-store';
import { IconButton } from '../../ui/button';
import { dragChat } from '../organise/dragged';
import { ChatTitleEditor } from './chat-title-editor';
import styles from './conversations.module.css';
import { clickSelects, onChatKey } from './list-keys';

const ChatMenu = lazy(async () => ({ default: (await import('./chat-menu')).ChatMenu }));

interface ChatItemProps {
  /** Looked up once for all rows, which every start waits for. */
  readonly t: TFunction;
  readonly chat: Chat;
  readonly current: boolean;
  readonly busy: boolean;
  /** The group that begins with it. */
  readonly group: ChatGroup | null;
  /** Its place in the list, counted from 1, and how many there are; -1: not known. */
  readonly place: number;
  readonly size: number;
}

interface ChatRowProps extends Pick<ChatItemProps, 't' | 'chat' | 'current' | 'busy'> {
  readonly titleTakesFocus: boolean;
  readonly onRename: () => void;
}

/** A dot that says something. */
const Dot = ({
  className,
  of,
}: {
  readonly className: string | undefined;
  readonly of: 'unread' | 'busy';
}) => {
  const { t } = useTranslation();
  return (
    <span className={className}>
      <span className="hidden-visually">{t(of === 'busy' ? 'conversations.busy' : 'native.unread')}</span>
    </span>
  );
};

const Pinned = () => {
  const { t } = useTranslation();
  return <Pin size={13} role="img" aria-label={t('conversations.pinned')} className={styles.pin} />;
};

const ChatMarks = ({ chat, busy }: Pick<ChatRowProps, 'chat' | 'busy'>) => {
  const unread = useUnread(({ chatIds }) => chatIds.has(chat.id));
  return (
    <>
      {chat.isPinned && <Pinned />}
      {unread && !busy && <Dot className={styles.unread} of="unread" />}
      {busy && <Dot className={styles.busy} of="busy" />}
    </>
  );
};

const GroupName = ({ group }: { readonly group: ChatGroup }) => {
  const { t } = useTranslation();
  return <p className={styles.group}>{t(`conversations.groups.${group}`)}</p>;
};

const ChatRow = ({ t, chat, current, busy, titleTakesFocus, onRename }: ChatRowProps) => {
  const selected = useSelection(({ ids }) => ids.has(chat.id));
  const [menuOpen, setMenuOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const title = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (titleTakesFocus) title.current?.focus();
  }, [titleTakesFocus]);
  const shown = chat.title === '' ? t('conversations.untitled') : chat.title;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has "Move to folder", and the menu's button
    <div
      className={`${styles.item} ${current ? styles.chosen : ''} ${selected ? styles.selected : ''}`}
      draggable
      onDragStart={(event) => dragChat(event, chat.id, (count) => t('organise.chats', { count }))}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <button
        ref={title}
        type="button"
        className={styles.title}
        aria-current={current ? 'page' : undefined}
        aria-pressed={selected ? true : undefined}
        data-chat={chat.id}
        dir="auto"
        title={shown}
        onClick={(event) => {
          if (!clickSelects(event, chat.id, useConversation.getState().chatId)) void openChat(chat.id);
        }}
        onKeyDown={(event) => onChatKey(event, chat.id, onRename)}
      >
        {shown}
      </button>
      <ChatMarks chat={chat} busy={busy} />
      <IconButton
        ref={menuButton}
        label={t('conversations.actions')}
        className={styles.actions}
        aria-haspopup="menu"
        aria-expanded={menuOpen}
        onClick={() => setMenuOpen(true)}
      />
      {menuOpen && (
        <Suspense>
          <ChatMenu chat={chat} anchor={menuButton} onClose={() => setMenuOpen(false)} onRename={onRename} />
        </Suspense>
      )}
    </div>
  );
};

/** One chat of the list, with its menu, below the name of the group that begins with it. */
export const ChatItem = memo(({ t, chat, current, busy, group, place, size }: ChatItemProps) => {
  const [renaming, setRenaming] = useState(false);
  const [titleTakesFocus, setTitleTakesFocus] = useState(false);
  const endRenaming = (byKey: boolean) => {
    setTitleTakesFocus(byKey);
    setRenaming(false);
  };
  return (
    <li className={styles.entry} aria-posinset={place} aria-setsize={size} data-chat-row={chat.id}>
      {group !== null && <GroupName group={group} />}
      {renaming ? (
        <ChatTitleEditor chat={chat} onDone={endRenaming} />
      ) : (
        <ChatRow
          t={t}
          chat={chat}
          current={current}
          busy={busy}
          titleTakesFocus={titleTakesFocus}
          onRename={() => setRenaming(true)}
        />
      )}
    </li>
  );
});
