import type { Snapshot } from '../../preload/contract/snapshot';
import { useApp } from '../stores/app-store';
import { useChatList } from '../stores/chat-list-store';
import { useComposer } from '../stores/composer-store';
import { useConversation } from '../stores/conversation-store';
import { tell } from '../stores/notices-store';
import { isQuick } from '../stores/quick-mode';
import { takeUnread } from '../stores/unread-store';
import { restoreDraft } from './drafts';
import { scheduleOrder } from './order';

/** Takes a snapshot of everything. What was typed on the page meanwhile is kept. */
export const takeSnapshot = ({
  chats,
  newChatDraft: draft,
  busyChatIds,
  unreadChatIds,
  locale: _,
  ...app
}: Snapshot): void => {
  // It is the main window's.
  const newChatDraft = isQuick ? null : draft;
  useApp.setState(app);
  takeUnread(unreadChatIds);
  useChatList.setState({ chats: chats.chats, cursor: chats.cursor, busy: new Set(busyChatIds) });
  scheduleOrder();
  restoreDraft(null, newChatDraft);
  if (useComposer.getState().newChatOptions === null) {
    useComposer.setState({ newChatOptions: newChatDraft?.options ?? null });
  }
  if (useConversation.getState().chatId === null) {
    useConversation.setState({ options: useComposer.getState().newChatOptions ?? app.settings.newChat });
  }
  if (app.settingsSetAside && !isQuick) tell({ kind: 'settingsSetAside' });
};
