import type { Message } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { entryAt } from '../stores/transcript';

/** Messages that are read at once. */
const STRETCH = 200;

/** The messages at the places `first` to `last` of the path on screen where all are loaded; else null. */
export const loadedMessages = (first: number, last: number): readonly Message[] | null => {
  const { transcript } = useConversation.getState();
  const entries = Array.from({ length: last - first + 1 }, (_, at) => entryAt(transcript, first + at));
  const messages = entries.flatMap((entry) => entry?.message ?? []);
  return messages.length === entries.length ? messages : null;
};

/** The same, read where they are not loaded. Errors: those of `chat.stretch`. */
export const readMessages = async (first: number, last: number): Promise<readonly Message[]> => {
  const { chatId, chat } = useConversation.getState();
  const leafId = chat?.leafId ?? null;
  const messages: Message[] = [];
  if (chatId === null || leafId === null) return messages;
  for (let from = first; from <= last; from += STRETCH) {
    const count = Math.min(STRETCH, last - from + 1);
    const page = await request('chat.stretch', { chatId, leafId, from, count });
    messages.push(...page.entries.map(({ message }) => message));
  }
  return messages;
};
