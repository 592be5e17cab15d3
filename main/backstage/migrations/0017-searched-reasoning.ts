import type { Migration } from './migration';

/** Messages with reasoning are indexed again: `search/index-queue` looks for them in the background, from the newest down. */
export const searchedReasoning: Migration = {
  version: 17,
  sql: `
INSERT INTO message_search_queue SELECT -1 - max(seq) FROM messages HAVING count(*) > 0;
`,
};
