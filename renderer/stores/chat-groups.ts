import type { Chat } from '../../preload/contract/history';

/** What a stretch of the list is called by. */
export type ChatGroup = 'pinned' | 'today' | 'yesterday' | 'week' | 'month' | 'older';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The stretch of the list that a chat stands in. @param midnight when today began, in milliseconds. */
const groupOf = ({ isPinned, updatedAt }: Chat, midnight: number): ChatGroup => {
  if (isPinned) return 'pinned';
  const days = Math.ceil((midnight - updatedAt) / DAY_MS);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= 7 ? 'week' : days <= 30 ? 'month' : 'older';
};

/** For each chat the group that begins with it; null: it stands in the one of the chat above. A single group has no name, but for the pinned ones. */
export const groupStarts = (chats: readonly Chat[], midnight: number): readonly (ChatGroup | null)[] => {
  const groups = chats.map((chat) => groupOf(chat, midnight));
  if (groups[0] !== 'pinned' && groups[0] === groups.at(-1)) return groups.map(() => null);
  return groups.map((group, at) => (group === groups[at - 1] ? null : group));
};
