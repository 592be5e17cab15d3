import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { type Place, showPlace } from '../stores/find-store';
import { tellError } from '../stores/notices-store';
import { beginOpening, goToEnd, openChat, rereadChat, showOpened, showStretch } from './open-chat';

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
    showOpened(opened);
    showPlace(place);
  } catch (thrown) {
    // A message that is gone since it was found: its chat may still be there.
    tellError(thrown);
    if (useConversation.getState().phase === 'loading') await rereadChat(chatId);
  }
};

/** Shows the end of a chat, also when it is open somewhere in the middle. */
export const openChatEnd = async (chatId: string): Promise<void> => {
  if (useConversation.getState().chatId !== chatId) await openChat(chatId, false);
  goToEnd();
};

/** Messages that are read at once: usually, and at most. */
const STRETCH = 40;
const MOST = 200;

/** A wish for the places `from` to `to` of a path. */
interface Wish {
  readonly from: number;
  readonly to: number;
  /** False when the reader has gone elsewhere meanwhile: what is loaded there is not given up for it. */
  readonly isWanted: () => boolean;
}

const readStretch = async ({ from, to, isWanted }: Wish): Promise<void> => {
  const { chatId, chat, transcript } = useConversation.getState();
  const leafId = chat?.leafId ?? null;
  if (chatId === null || leafId === null || !isWanted()) return;
  const count = Math.min(MOST, Math.max(STRETCH, to - from));
  const beside = Math.floor((count - (to - from)) / 2);
  const start = Math.max(0, Math.min(from - beside, transcript.length - count));
  const page = await request('chat.stretch', { chatId, leafId, from: start, count });
  const now = useConversation.getState();
  if (now.chatId === chatId && now.chat?.leafId === leafId && isWanted()) showStretch(page);
};

let wish: Wish | null = null;
let isReading = false;

/**
 * Loads places of the path on screen, and as much around them that little scrolling needs no more. One stretch at a time:
 * who flings past a thousand messages waits for those where the fling ends.
 */
export const loadStretch = async (wanted: Wish): Promise<void> => {
  wish = wanted;
  if (isReading) return;
  isReading = true;
  try {
    for (let next: Wish | null = wish; next !== null; next = wish) {
      wish = null;
      await readStretch(next);
    }
  } catch (thrown) {
    wish = null;
    tellError(thrown);
  } finally {
    isReading = false;
  }
};
