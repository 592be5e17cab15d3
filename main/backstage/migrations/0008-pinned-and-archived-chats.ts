import type { Migration } from './migration';

/**
 * When a chat was pinned to the top of the list, and when it was put away from it; null: it was not. Each of the three lists
 * has an index of its own in its own order.
 */
export const pinnedAndArchivedChats: Migration = {
  version: 8,
  sql: `
ALTER TABLE chats ADD COLUMN pinned_at INTEGER;
ALTER TABLE chats ADD COLUMN archived_at INTEGER;

DROP INDEX chats_listed;
CREATE INDEX chats_listed ON chats (updated_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NULL;
CREATE INDEX chats_pinned ON chats (updated_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NOT NULL;
CREATE INDEX chats_archived ON chats (archived_at, id) WHERE trashed_at IS NULL AND archived_at IS NOT NULL;
`,
};
