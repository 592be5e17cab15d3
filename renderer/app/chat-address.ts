import { newChat, openChat } from '../actions/open-chat';
import { useConversation } from '../stores/conversation-store';

const CHAT_IN_HASH = /^#([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const addressOf = (chatId: string | null): string =>
  chatId === null ? location.pathname + location.search : `#${chatId}`;

/** Keeps the id of the chat on screen in the page's address, which outlives a reload. Returns the undo. */
export const keepChatInAddress = (): (() => void) =>
  useConversation.subscribe(({ chatId }, before) => {
    if (chatId !== before.chatId) history.replaceState(null, '', addressOf(chatId));
  });

/** Opens the chat that the page's address names; one that is no longer there leads to a new chat. */
export const openChatOfAddress = async (): Promise<void> => {
  const chatId = CHAT_IN_HASH.exec(location.hash)?.[1];
  if (chatId === undefined) return;
  await openChat(chatId);
  const { chatId: current, phase } = useConversation.getState();
  const isGone = typeof phase === 'object' && phase.failed.code === 'history.notFound';
  if (current === chatId && isGone) newChat();
};
