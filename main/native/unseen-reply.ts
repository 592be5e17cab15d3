import type { EndedReply } from './ended-replies';

/** What tells whether somebody saw the end of a reply. */
export interface UnseenReplyDeps {
  /** Whether somebody looks at the chat now. */
  readonly isSeen: (chatId: string) => boolean;
  /** Whether somebody works in the app now. */
  readonly isFocused: () => boolean;
  /** The reply that has just ended in a chat; null: there is none to tell of. */
  readonly read: (chatId: string) => Promise<EndedReply | null>;
  /** Resolves when a page has learned the id of a chat that it made. */
  readonly learned: () => Promise<void>;
}

/** The reply that ends in a chat now, if nobody sees it end; null otherwise. To be called at its very end. */
export const unseenReply = async (chatId: string, deps: UnseenReplyDeps): Promise<EndedReply | null> => {
  // Before anything is waited for: who saw it end may look elsewhere by then.
  if (deps.isSeen(chatId)) return null;
  const ended = await deps.read(chatId);
  if (ended === null) return null;
  // A quick one ends before the page has learned the id of the chat that was just made for it.
  if (deps.isFocused() && !deps.isSeen(chatId)) await deps.learned();
  return deps.isSeen(chatId) ? null : ended;
};
