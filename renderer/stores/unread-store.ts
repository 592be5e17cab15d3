import { create } from 'zustand';

interface UnreadState {
  readonly chatIds: ReadonlySet<string>;
}

/** The chats with a reply that nobody has looked at yet. */
export const useUnread = create<UnreadState>()(() => ({ chatIds: new Set() }));

/** Takes what main tells of them. */
export const takeUnread = (chatIds: readonly string[]): void =>
  useUnread.setState({ chatIds: new Set(chatIds) });
