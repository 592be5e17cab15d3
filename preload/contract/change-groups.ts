/** Most chats that one change names; more are named by several. */
export const MAX_CHANGED = 10_000;

/** Chats in groups that a change can name. */
export const changeGroups = (chatIds: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(chatIds.length / MAX_CHANGED) }, (_, at) =>
    chatIds.slice(at * MAX_CHANGED, (at + 1) * MAX_CHANGED),
  );
