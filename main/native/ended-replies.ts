import type { Chat, Message } from '../../preload/contract/history';
import type { History } from '../history/history';

/** A chat and the reply that has just ended in it. */
export interface EndedReply {
  readonly chat: Chat;
  readonly message: Message;
}

/** How long a reply takes that is worth telling of: who waits for a shorter one is still there. In milliseconds. */
const LONG_MS = 5000;

/** Whether the reply took so long that the person may have gone to do something else. */
export const wasLong = ({ answer }: Message): boolean => (answer?.timings?.totalMs ?? 0) >= LONG_MS;

/** The reply that has just ended in a chat; null where the person ended it, the app quits, or the chat is gone. */
export const endedReply = async (
  history: Pick<History, 'call'>,
  chatId: string,
): Promise<EndedReply | null> => {
  try {
    const { chat, transcript } = await history.call('chat.open', { chatId, limit: 1 });
    const message = transcript.entries.at(-1)?.message;
    const ended = message?.status === 'complete' || message?.status === 'failed';
    return message !== undefined && message.role === 'assistant' && ended ? { chat, message } : null;
  } catch {
    return null;
  }
};
