import type { OpenedChat } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { withPath } from '../stores/transcript';

/** Messages that may be read at once. */
const MOST = 200;

/** The places of the path that are mounted, and some around them: from `from` up to but not including `to`. */
let seen = { from: 0, to: 0 };

/** Notes which places of the path on screen the reader has before them, or soon may. */
export const noteSeen = (from: number, to: number): void => {
  seen = { from, to };
};

/**
 * A chat with the stretch of its path that the reader has before them, where main described its end: a change far above it
 * shows no messages as missing. As it is where the chat is not on screen or its end will do.
 */
export const nearReader = async (opened: OpenedChat): Promise<OpenedChat> => {
  const { chatId, transcript } = useConversation.getState();
  const { chat, transcript: end } = opened;
  const isOnScreen = chatId === chat.id && transcript.entries.length > 0;
  const { from } = seen;
  if (!isOnScreen || chat.leafId === null || withPath(transcript, end).from <= from) return opened;
  const count = Math.max(1, Math.min(MOST, seen.to - from));
  try {
    const near = await request('chat.stretch', { chatId, leafId: chat.leafId, from, count });
    return { ...opened, transcript: near };
  } catch {
    // The change itself was made. What is missing is asked for again when it is mounted, and then it is told why not.
    return opened;
  }
};
