import type { Snapshot } from '../../preload/contract/snapshot';
import { request } from '../ipc/client';
import { isClosed, useApp } from '../stores/app-store';
import { useChatList } from '../stores/chat-list-store';
import { useComposer } from '../stores/composer-store';
import { useConversation } from '../stores/conversation-store';
import { tell } from '../stores/notices-store';
import { isQuick } from '../stores/quick-mode';
import { takeUnread } from '../stores/unread-store';
import { restoreDraft, restoreNoted } from './drafts';
import { scheduleOrder } from './order';

/** What was typed on the page meanwhile is kept. */
const takeSnapshot = ({
  chats,
  newChatDraft,
  busyChatIds,
  unreadChatIds,
  locale: _,
  ...app
}: Snapshot): void => {
  const wasTold = useApp.getState().settingsSetAside;
  useApp.setState(app);
  takeUnread(unreadChatIds);
  useChatList.setState({ chats: chats.chats, cursor: chats.cursor, busy: new Set(busyChatIds) });
  scheduleOrder();
  // It is the main window's; absent, it could not be read.
  if (!isQuick && newChatDraft !== undefined) {
    restoreDraft(null, newChatDraft);
    const { newChatOptions } = useComposer.getState();
    useComposer.setState({ newChatOptions: newChatOptions ?? newChatDraft?.options ?? null });
  }
  if (isClosed(app.history)) void restoreNoted();
  if (useConversation.getState().chatId === null) {
    useConversation.setState({ options: useComposer.getState().newChatOptions ?? app.settings.newChat });
  }
  if (app.settingsSetAside && !wasTold && !isQuick) tell({ kind: 'settingsSetAside' });
};

/**
 * Asks main for everything and takes it in. No one else gets to hold the answer: taken in after anything else was waited for,
 * it could put back what an event has told since.
 * @returns the language to speak. @throws Failure as `request` does.
 */
export const readSnapshot = async (): Promise<Snapshot['locale']> => {
  const snapshot = await request('app.snapshot', {});
  takeSnapshot(snapshot);
  return snapshot.locale;
};
