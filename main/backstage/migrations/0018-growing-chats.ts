import type { Migration } from './migration';

/**
 * - `growing`: the messages that an import has added so far to a chat that is there already, where they are so many that it
 *   adds them in slices; empty when it is through. `is_left`: it will not go on, so they are taken out again.
 */
export const growingChats: Migration = {
  version: 18,
  sql: `
CREATE TABLE growing (
  message_seq INTEGER PRIMARY KEY REFERENCES messages (seq) ON DELETE CASCADE,
  is_left INTEGER NOT NULL DEFAULT 0
) STRICT;
`,
};
