import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { type Place, showPlace } from '../stores/find-store';
import { tellError } from '../stores/notices-store';
import { hasEnd, withLater } from '../stores/transcript';
import { beginOpening, openChat, rereadChat, showOpened } from './open-chat';

const isLoaded = (chatId: string, messageId: string): boolean => {
  const { chatId: current, transcript } = useConversation.getState();
  return current === chatId && transcript.entries.some(({ message }) => message.id === messageId);
};

/** Opens a chat at one of its messages, on the branch that has it, and marks what was found there. */
export const openChatAt = async (chatId: string, place: Place): Promise<void> => {
  if (isLoaded(chatId, place.messageId)) {
    showPlace(place);
    return;
  }
  if (useConversation.getState().chatId !== chatId) beginOpening(chatId);
  try {
    const opened = await request('chat.openAt', { chatId, messageId: place.messageId });
    if (useConversation.getState().chatId !== chatId) return;
    showOpened(opened, 'place');
    showPlace(place);
  } catch (thrown) {
    // A message that is gone since it was found: its chat may still be there.
    tellError(thrown);
    if (useConversation.getState().phase === 'loading') await rereadChat(chatId);
  }
};

/** Shows the end of a chat, also when it is open somewhere in the middle. */
export const openChatEnd = async (chatId: string): Promise<void> => {
  const { chatId: current, transcript } = useConversation.getState();
  if (current === chatId && !hasEnd(transcript)) await rereadChat(chatId);
  else await openChat(chatId);
};

let loading = false;

/** Loads the messages after those that are loaded. */
export const loadLater = async (): Promise<void> => {
  const { chatId, chat, transcript } = useConversation.getState();
  const leafId = chat?.leafId ?? null;
  const { after = null } = transcript;
  if (chatId === null || leafId === null || after === null || loading) return;
  loading = true;
  try {
    const page = await request('chat.later', { chatId, leafId, after });
    const now = useConversation.getState();
    if (now.chatId === chatId && now.transcript.after === after)
      useConversation.setState({ transcript: withLater(now.transcript, page) });
  } catch (thrown) {
    tellError(thrown);
  } finally {
    loading = false;
  }
};
