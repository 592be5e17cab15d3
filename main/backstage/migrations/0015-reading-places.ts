import type { Migration } from './migration';

/**
 * - `reading_places`: where the reader of a chat left it, for those that were not left at their end. `offset` is how far,
 *   in CSS pixels, the top of the message was below the top of what was seen.
 */
export const readingPlaces: Migration = {
  version: 15,
  sql: `
CREATE TABLE reading_places (
  chat_seq INTEGER PRIMARY KEY REFERENCES chats (seq) ON DELETE CASCADE,
  message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE,
  offset INTEGER NOT NULL
) STRICT;

CREATE INDEX reading_places_by_message ON reading_places (message_seq);
`,
};
