import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat, ChatCursor } from '../../../preload/contract/history';
import type { ChatGroup } from '../../stores/chat-groups';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { useSeen } from '../../ui/use-seen';
import { runsOf } from '../transcript/row-range';
import { ChatItem } from './chat-item';
import styles from './conversations.module.css';
import { noteListFocus, useListFocus } from './list-focus';
import { rowTop } from './list-rows';
import { ALL_CHATS } from './shown-stops';
import { useListWindow } from './use-list-window';

const MoreChats = ({ onSeen }: { readonly onSeen: () => void }) => {
  const { t } = useTranslation();
  const ref = useSeen<HTMLLIElement>(onSeen);
  return (
    <li ref={ref} className={styles.more}>
      {t('conversations.loadingMore')}
    </li>
  );
};

interface ChatRowsProps {
  /** What the list is kept under. */
  readonly name: string;
  readonly label: string;
  readonly chats: readonly Chat[];
  /** Null: all chats are loaded. */
  readonly cursor: ChatCursor | null;
  readonly loadMore: () => void;
  /** For each chat the group that begins with it; absent: the list has no groups. */
  readonly starts?: readonly (ChatGroup | null)[];
}

const NO_STARTS: readonly (ChatGroup | null)[] = [];

/** A list of chats, of which those in view are mounted; more are loaded as its end comes into view. */
export const ChatRows = ({ name, label, chats, cursor, loadMore, starts = NO_STARTS }: ChatRowsProps) => {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const busy = useChatList((state) => state.busy);
  const current = useConversation(({ chatId }) => chatId);
  const held = useListFocus((focus) => (focus.list === name ? focus.chatId : null));
  const headed = useMemo(() => starts.flatMap((group, at) => (group === null ? [] : [at])), [starts]);
  const { range, sizes } = useListWindow(list, { count: chats.length, headed }, name === ALL_CHATS);
  const topOf = (at: number) => rowTop({ headed, sizes }, at);
  const space = (key: string, from: number, to: number) =>
    to > from && (
      <li key={key} aria-hidden className={styles.space} style={{ height: topOf(to) - topOf(from) }} />
    );
  const kept = chats.flatMap(({ id }, at) => (id === held || id === current ? [at] : []));
  const runs = runsOf(range, kept, chats.length);
  return (
    <ul
      ref={list}
      className={`${styles.list} ${headed[0] === 0 ? styles.grouped : ''}`}
      aria-label={label}
      data-list={name}
      onFocus={({ target }) => noteListFocus(target)}
    >
      {/* One run of children, in which no row changes places: moved, it would lose the focus. */}
      {runs.flatMap(({ first, end }, nth) => [
        space(`above ${chats[first]?.id}`, runs[nth - 1]?.end ?? 0, first),
        ...chats
          .slice(first, end)
          .map((chat, at) => (
            <ChatItem
              key={chat.id}
              t={t}
              chat={chat}
              current={chat.id === current}
              busy={busy.has(chat.id)}
              group={starts[first + at] ?? null}
              place={first + at + 1}
              size={cursor === null ? chats.length : -1}
            />
          )),
      ])}
      {space('end', runs.at(-1)?.end ?? 0, chats.length)}
      {cursor !== null && <MoreChats key={cursor.id} onSeen={loadMore} />}
    </ul>
  );
};
